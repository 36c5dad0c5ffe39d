using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Cli.Doctor;
using Plumbline.Cli.Output;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb doctor</c>: what this computer has and lacks, and what is lost by it.</summary>
internal static class DoctorVerb
{
    public static VerbEntry Entry { get; } = new("doctor", "Looks at this computer: what works, what is missing or not safe, what is lost by it and what to try.", null, Create);

    private static Verb Create()
    {
        var folder = new Argument<string?>("CASE") { Description = "Folder of a case; without it the folder that new cases are made in is looked at.", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Verb(Entry,
            new("plumb doctor", "This computer."),
            new("plumb doctor ~/cases/rallies", "And where this case lies: who can open it, whether it is synced, room, encryption."))
        {
            folder,
        };
        return verb.Runs(call => Run(call, call.Get(folder) is { Length: > 0 } path ? CaseFolder.Open(path) : null));
    }

    private static ExitCode Run(Call call, CaseFolder? folder)
    {
        var checks = Machine.This(folder).Look();
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "doctor", json =>
            {
                json.WriteStartArray("checks");
                foreach (var check in checks)
                {
                    json.WriteStartObject();
                    json.WriteString("name", check.Name);
                    json.WriteString("state", Word(check.State));
                    json.WriteString("found", check.Found);
                    json.WriteString("lost", check.Lost);
                    json.WriteString("try", check.Try);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                JsonOutput.Problems(json, []);
            });
        }
        else
        {
            Write(call.Out, checks);
        }

        return checks.Any(c => c.State == CheckState.Fault) ? ExitCode.Environment : ExitCode.Clean;
    }

    /// <summary>Each check with what it found; of those that lack something, what is lost and what to try.</summary>
    internal static void Write(Screen screen, IReadOnlyList<MachineCheck> checks)
    {
        var (states, names) = (checks.Max(c => Word(c.State).Length) + 2, checks.Max(c => c.Name.Length) + 2);
        foreach (var check in checks)
        {
            screen.Write(Word(check.State).PadRight(states), check.State switch { CheckState.Fine => Ink.Green, CheckState.Fault => Ink.Red, CheckState.Warning => Ink.Yellow, _ => Ink.Dim });
            screen.Write(check.Name.PadRight(names), Ink.Bold);
            var lines = new[] { check.Found, check.Lost.Length > 0 ? "Lost: " + check.Lost : "", check.Try.Length > 0 ? "Try: " + check.Try : "" }
                .Where(l => l.Length > 0).SelectMany(l => Wrapping.Wrap(l, screen.Width - states - names)).ToList();
            screen.WriteLine(lines[0]);
            foreach (var line in lines.Skip(1))
            {
                screen.WriteLine(new string(' ', states + names) + line);
            }
        }

        var (lost, faults) = (checks.Count(c => c.State == CheckState.Warning), checks.Count(c => c.State == CheckState.Fault));
        screen.WriteLine();
        screen.WriteWrapped(faults > 0 ? "Plumbline does not work here: see the faults." : lost == 0 ? "Everything is here." : $"Plumbline works here; {Screen.Count(lost, "thing is", "things are")} missing or not safe.");
    }

    private static string Word(CheckState state) => state switch { CheckState.Fine => "ok", CheckState.Warning => "warning", CheckState.Fault => "fault", _ => "unknown" };
}
