using System.CommandLine;

namespace Plumbline.Cli;

/// <summary>An example in help: a command line and what it is for.</summary>
internal sealed record Example(string CommandLine, string Purpose);

/// <summary>What is known of a verb before it is made.</summary>
/// <param name="Name">The verb.</param>
/// <param name="Sentence">What it does, for help and docs.</param>
/// <param name="Stage">Stage it belongs to (a name of <see cref="Pipeline.StageList"/>), or null for verbs about the whole case.</param>
/// <param name="Create">Makes it, with its arguments and options.</param>
internal sealed record VerbEntry(string Name, string Sentence, string? Stage, Func<Verb> Create);

/// <summary>
/// A verb of the command. No rule lives in a verb: it reads its arguments, calls the library and shows the answer.
/// </summary>
internal sealed class Verb : Command
{
    /// <param name="entry">Its name, sentence and stage.</param>
    /// <param name="examples">At least one.</param>
    public Verb(VerbEntry entry, params Example[] examples)
        : base(entry.Name, entry.Sentence)
    {
        Entry = entry;
        Examples = examples;
    }

    /// <summary>Its name, sentence and stage.</summary>
    public VerbEntry Entry { get; }

    /// <summary>Examples for its help.</summary>
    public IReadOnlyList<Example> Examples { get; }

    /// <summary>What runs. Faults of the world are thrown; <see cref="Host"/> shows them.</summary>
    public Func<Call, ExitCode> Body { get; private set; } = _ => ExitCode.Usage;

    /// <summary>Sets what runs, and the options that every verb has.</summary>
    public Verb Runs(Func<Call, ExitCode> body)
    {
        Body = body;
        foreach (var option in CommonOptions.OfEveryVerb)
        {
            Options.Add(option);
        }

        SetAction(_ => { });
        return this;
    }
}

/// <summary>Arguments and options that verbs share: one word, one meaning.</summary>
internal static class CommonOptions
{
    private const string JsonMeaning = "Answer in JSON (docs/json.md).";

    private const string QuietMeaning = "No progress and no remarks; answers, problems and errors only.";

    private const string NoColorMeaning = "No colours (also when NO_COLOR is set).";

    /// <summary>The option that turns colours off.</summary>
    public const string NoColorName = "--no-color";

    /// <summary>The option that asks for JSON.</summary>
    public const string JsonName = "--json";

    /// <summary>The options of every verb as help shows them, without making them.</summary>
    public static IReadOnlyList<HelpRow> Rows { get; } =
        [new(JsonName, JsonMeaning), new("-q, --quiet", QuietMeaning), new(NoColorName, NoColorMeaning)];

    public static Option<bool> Json => Made.Json;

    public static Option<bool> Quiet => Made.Quiet;

    /// <summary>The options of every verb.</summary>
    public static IReadOnlyList<Option> OfEveryVerb => [Made.Json, Made.Quiet, Made.NoColor];

    /// <summary>Asks for what is hidden otherwise.</summary>
    public static Option<bool> ShowConfidential() => new("--show-confidential") { Description = "Show also what comes from sources not for publication (docs/sources.md). Keep it to yourself." };

    public static Argument<string> Case() => new("CASE") { Description = "Folder of the case." };

    private static class Made
    {
        public static readonly Option<bool> Json = new(JsonName) { Description = JsonMeaning };

        public static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = QuietMeaning };

        public static readonly Option<bool> NoColor = new(NoColorName) { Description = NoColorMeaning };
    }
}
