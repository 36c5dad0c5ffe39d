using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.Pipeline;

/// <summary>What came of judging two units: on disk when this is given back.</summary>
/// <param name="Entry">The journal entry.</param>
/// <param name="A">One unit, as it is in the build in use.</param>
/// <param name="B">The other.</param>
/// <param name="Judgement">The judgement as it was entered; of an undo, the one that was taken back.</param>
public sealed record JudgementReceipt(EntryName Entry, UnitId A, UnitId B, UnitJudgement Judgement);

/// <summary>Enters people's judgements of whether two units are the same. The next build counts them.</summary>
/// <param name="folder">The case.</param>
/// <param name="options">Who sits at the computer, and the clock.</param>
public sealed class UnitJudging(CaseFolder folder, JournalOptions options)
{
    /// <summary>Enters a judgement.</summary>
    /// <param name="a">Id of a unit or of a member, or the first characters of one.</param>
    /// <param name="b">The other, as <paramref name="a"/>.</param>
    /// <param name="says">What they are.</param>
    /// <param name="coder">Pseudonym of who judges.</param>
    /// <param name="note">Why, or null.</param>
    /// <exception cref="UsageException">No such unit, one unit twice, or units of two kinds.</exception>
    public JudgementReceipt Judge(string a, string b, Sameness says, string coder, string? note)
    {
        DecisionMaking.CheckCoder(coder);
        using var built = BuiltCase.Open(folder);
        var (one, other) = Open(built, a, b);

        // What was judged the same is one unit by now: two members of it can still be told apart.
        if (one.Unit == other.Unit && (says == Sameness.Same || one.Of.Member == other.Of.Member))
        {
            throw ReviewProblems.OneUnit();
        }

        var judgement = new UnitJudgement(one.Of, other.Of, says, coder, string.IsNullOrWhiteSpace(note) ? null : note);
        using var journal = Journal.OpenWrite(folder, options);
        return new JudgementReceipt(Append(journal, DecisionWords.UnitJudgement, DecisionPayload.Write(judgement)), one.Unit, other.Unit, judgement);
    }

    /// <summary>Takes back the last judgement of a coder on two units.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public JudgementReceipt Undo(string a, string b, string coder, string? note)
    {
        DecisionMaking.CheckCoder(coder);
        using var built = BuiltCase.Open(folder);
        var (one, other) = Open(built, a, b);
        using var journal = Journal.OpenWrite(folder, options);
        var own = CaseDecisions.Read(journal).Judgements.Where(j => j.Judgement.Coder == coder && j.Judgement.Kind == one.Of.Member.Kind).ToList();
        var units = built.UnitsOf(one.Of.Member.Kind, own.SelectMany(j => new[] { j.Judgement.A, j.Judgement.B }).Select(m => m.Member.Id));
        var last = own.FindLast(j => IsOf(j.Judgement.A.Member.Id, j.Judgement.B.Member.Id, one.Of.Member.Id, other.Of.Member.Id))
            ?? own.FindLast(j => units.TryGetValue(j.Judgement.A.Member.Id, out var first) && units.TryGetValue(j.Judgement.B.Member.Id, out var second)
                && IsOf(first, second, one.Unit, other.Unit))
            ?? throw ReviewProblems.NothingJudged(coder);
        var entry = Append(journal, DecisionWords.Undo, DecisionPayload.Write(new DecisionUndo(last.Entry, coder, note)));
        return new JudgementReceipt(entry, one.Unit, other.Unit, last.Judgement);
    }

    private static bool IsOf(UnitId a, UnitId b, UnitId one, UnitId other) => (a == one && b == other) || (a == other && b == one);

    private static ((UnitId Unit, DecidedMember Of) One, (UnitId Unit, DecidedMember Of) Other) Open(BuiltCase built, string a, string b)
    {
        var (one, other) = (built.ToJudge(a), built.ToJudge(b));
        return one.Of.Member.Kind == other.Of.Member.Kind ? (one, other) : throw ReviewProblems.OtherKinds(one.Of.Member.Kind, other.Of.Member.Kind);
    }

    private static EntryName Append(Journal journal, string what, byte[] payload)
    {
        var entry = journal.Append([new JournalDraft(what, payload)])[0];
        return new EntryName(entry.Device, entry.Seq);
    }
}
