using Plumbline.Cases;

namespace Plumbline.Claims.Checks;

/// <summary>One rule that needs no case: it looks at what a draft says, and at nothing else.</summary>
internal interface IDoubtRule
{
    /// <summary>Everything that it finds, in any order.</summary>
    IEnumerable<Doubt> Find(IReadOnlyList<ProsePassage> passages, HedgeRules hedges);
}
