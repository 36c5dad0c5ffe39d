using System.CommandLine;

namespace Plumbline.Cli;

/// <summary>An example in help: a command line and what it is for.</summary>
internal sealed record Example(string CommandLine, string Purpose);

/// <summary>
/// A verb of the command. No rule lives in a verb: it reads its arguments, calls the library and shows the answer.
/// </summary>
internal sealed class Verb : Command
{
    /// <param name="name">The verb.</param>
    /// <param name="sentence">What it does, for help and docs.</param>
    /// <param name="stage">Stage it belongs to (a name of <see cref="Pipeline.StageList"/>), or null.</param>
    /// <param name="examples">At least one.</param>
    public Verb(string name, string sentence, string? stage, params Example[] examples)
        : base(name, sentence)
    {
        Stage = stage;
        Examples = examples;
    }

    /// <summary>Name of its stage, or null for verbs about the whole case.</summary>
    public string? Stage { get; }

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
    public static Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON (docs/json.md)." };

    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress and no remarks; answers, problems and errors only." };

    public static Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours (also when NO_COLOR is set)." };

    /// <summary>The options of every verb.</summary>
    public static IReadOnlyList<Option> OfEveryVerb { get; } = [Json, Quiet, NoColor];

    public static Argument<string> Case() => new("CASE") { Description = "Folder of the case." };
}
