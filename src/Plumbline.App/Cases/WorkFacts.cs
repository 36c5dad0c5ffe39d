using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;

namespace Plumbline.App.Cases;

/// <summary>What queues are made of, read once for all until it changes: who coded what, who is to, and what is uncertain in the build in use. Thread safe.</summary>
internal sealed class WorkFacts(OpenCase open)
{
    private const int Most = 2_000;

    private readonly Lock gate = new();
    private (string Build, IReadOnlyList<QueuedUnit> Units)? uncertain;
    private (string Build, LiveDecisions Decisions, ILookup<string, (string Unit, string Variable)> Coded)? coded;
    private (string Build, IReadOnlyDictionary<Member, UnitWork> Tasks, IReadOnlyDictionary<string, UnitWork> Work)? work;

    /// <summary>Units that the machine is unsure of.</summary>
    public IReadOnlyList<QueuedUnit> Uncertain
    {
        get
        {
            lock (gate)
            {
                return open.Built is not { } built ? [] : (uncertain is { } known && known.Build == built.Id ? known : (uncertain = (built.Id, built.Uncertain(Most))).Value).Units;
            }
        }
    }

    /// <summary>How the work on units stands, by unit.</summary>
    public IReadOnlyDictionary<string, UnitWork> Work
    {
        get
        {
            if (open.Built is not { } built)
            {
                return new Dictionary<string, UnitWork>();
            }

            var named = open.Tasks;
            lock (gate)
            {
                if (work is not { } known || known.Build != built.Id || known.Tasks != named)
                {
                    var units = new Dictionary<string, UnitWork>(StringComparer.Ordinal);
                    foreach (var kind in named.Keys.GroupBy(m => m.Kind, StringComparer.Ordinal))
                    {
                        var ids = built.UnitsOf(kind.Key, kind.Select(m => m.Id));
                        foreach (var member in kind.Where(m => ids.ContainsKey(m.Id)))
                        {
                            units[ids[member.Id].Value] = named[member];
                        }
                    }

                    work = known = (built.Id, named, units);
                }

                return known.Work;
            }
        }
    }

    /// <summary>What a person has coded, and not taken back.</summary>
    public IReadOnlySet<(string Unit, string Variable)> Coded(string person)
    {
        if (open.Built is not { } built)
        {
            return new HashSet<(string, string)>();
        }

        var decisions = open.Decisions;
        lock (gate)
        {
            if (coded is not { } known || known.Build != built.Id || known.Decisions != decisions)
            {
                var units = decisions.Log.Live.GroupBy(d => d.Of.Member.Kind, StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, g => built.UnitsOf(g.Key, g.Select(d => d.Of.Member.Id)), StringComparer.Ordinal);
                coded = known = (built.Id, decisions, decisions.Log.Live.Where(d => !IsStale(built, d.Decision.Variable, d.Decision.Of.Member.Kind, d.Decision.DefinitionHash)).ToLookup(
                    d => d.Decision.Coder, d => (units[d.Of.Member.Kind].TryGetValue(d.Of.Member.Id, out var unit) ? unit.Value : d.Of.Member.Id.Value, d.Decision.Variable), StringComparer.Ordinal));
            }

            return known.Coded[person].ToHashSet();
        }
    }

    private static bool IsStale(BuiltCase built, string variable, string kind, string definition) =>
        built.Codebooks.FirstOrDefault(c => c.Kind.Table == kind)?.Kind.Find(variable) is { } now && now.ComputeDefinitionHash() != definition;
}
