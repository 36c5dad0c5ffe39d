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

    private static readonly string[] Shown = ["nothing", "machine", "other"];

    /// <summary>Kinds of all entries that are about decisions.</summary>
    public static IReadOnlyCollection<string> Entries { get; } = [Coding, Adjudication, Undo, Attach];

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
