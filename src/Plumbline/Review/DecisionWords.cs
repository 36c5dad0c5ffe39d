using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>Words of decisions in journal, tables and JSON. They never change.</summary>
public static class DecisionWords
{
    /// <summary>Entry: a person coded a variable.</summary>
    public const string Coding = "coding";

    /// <summary>Entry: a person said what stands.</summary>
    public const string Adjudication = "adjudication";

    /// <summary>Entry: a coder took one of their own decisions back.</summary>
    public const string Undo = "undo";

    /// <summary>Entry: a person said which unit an earlier decision belongs to.</summary>
    public const string Attach = "attach";

    /// <summary>Entry: a person said whether two units are the same.</summary>
    public const string UnitJudgement = "unit-judgement";

    /// <summary>Entry: a person said that decisions under older definitions stand under the present one.</summary>
    public const string Carry = "carry";

    private static readonly string[] SamenessWords = ["same", "different", "unsure"];

    private static readonly string[] Shown = ["nothing", "machine", "other"];

    /// <summary>Kinds of all entries that are about decisions.</summary>
    public static IReadOnlyCollection<string> Entries { get; } = [Coding, Adjudication, Undo, Attach, UnitJudgement, Carry];

    /// <summary>Words of <see cref="Sameness"/>.</summary>
    public static IReadOnlyList<string> AllSameness => SamenessWords;

    /// <summary>The word of a judgement.</summary>
    public static string Word(this Sameness says) => SamenessWords[(int)says];

    /// <summary>What a word says of two units; false for any other text.</summary>
    public static bool TrySameness(string? word, out Sameness says)
    {
        var index = Array.IndexOf(SamenessWords, word);
        says = (Sameness)Math.Max(0, index);
        return index >= 0;
    }

    /// <summary>Words of <see cref="ShownBefore"/>.</summary>
    public static IReadOnlyList<string> AllShown => Shown;

    /// <summary>The word of an act.</summary>
    public static string Word(this DecisionAct act) => act == DecisionAct.Coding ? Coding : Adjudication;

    /// <summary>The word of what was shown.</summary>
    public static string Word(this ShownBefore shown) => Shown[(int)shown];

    /// <summary>What a word says was shown; false for any other text.</summary>
    public static bool TryShown(string? word, out ShownBefore shown)
    {
        var index = Array.IndexOf(Shown, word);
        shown = (ShownBefore)Math.Max(0, index);
        return index >= 0;
    }

    /// <summary>True for a status that a person can give.</summary>
    public static bool CanBeDecided(Status status) => status is Status.Stated or Status.NotStated or Status.Unclear or Status.NotApplicable;
}
