using System.CommandLine;
using Plumbline.Cli.Output;
using Plumbline.Coding.Linting;
using Plumbline.Evidence;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb codebook lint</c>: rules that can't do what they should.</summary>
internal static class CodebookLintVerb
{
    public static VerbEntry Entry { get; } = new("codebook lint", "Finds rules that can never match or never get their turn, that take each other's texts, or have no example. Changes nothing.", "coding", Create);

    private static Verb Create()
    {
        var path = new Argument<string>("CASE") { Description = "Folder of the case, or a codebook's file." };
        var name = new Argument<string?>("CODEBOOK") { Description = "One codebook: its file or its table; all of the case if not given.", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Verb(Entry,
            new("plumb codebook lint ~/cases/rallies", "All codebooks of the case; with a build also against its texts."),
            new("plumb codebook lint ~/cases/rallies/codebooks/rulings.yaml", "One file alone, without its case."))
        {
            path, name,
        };
        return verb.Runs(call =>
        {
            var given = CodebookArgument.Of(call.Get(path), call.Get(name));
            using var built = given.Built();
            var findings = given.Codebooks.SelectMany(c => c.Warnings
                .Concat(CodebookLint.Run(c.Codebook, c.Text))
                .Concat(built?.Lint(c.Codebook, c.Text, call.Stop) ?? [])
                .OrderBy(p => p.Place.Line).ThenBy(p => p.Place.Column).ThenBy(p => p.Code, StringComparer.Ordinal)).ToList();
            var rules = given.Codebooks.Sum(c => c.Codebook.Parts.Variables.Sum(v => v.Rules.Count));
            var warnings = findings.Count(f => f.Severity != Severity.Note);
            if (call.Json)
            {
                JsonOutput.Object(call.Out, Entry.Name, json =>
                {
                    json.WriteNumber("codebooks", given.Codebooks.Count);
                    json.WriteNumber("rules", rules);
                    json.WriteBoolean("with_build", built is not null);
                    json.WriteNumber("warnings", warnings);
                    JsonOutput.Problems(json, findings);
                });
            }
            else
            {
                call.Show(findings);
                call.Out.WriteWrapped(
                    $"{Screen.Count(rules, "rule", "rules")} in {Screen.Count(given.Codebooks.Count, "codebook", "codebooks")}: {Screen.Count(warnings, "warning", "warnings")}, {Screen.Count(findings.Count - warnings, "note", "notes")}{(built is null && given.Case is not null ? "; nothing is built, so not looked at against texts" : "")}.",
                    ink: Ink.Bold);
            }

            return warnings > 0 ? ExitCode.ProblemsFound : ExitCode.Clean;
        });
    }
}
