using System.Text;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Processes;

namespace Plumbline.Cli.Demo;

/// <summary>A draft with planted errors, and what the check said of it.</summary>
/// <param name="Draft">Name of the draft.</param>
/// <param name="Copy">Path of the copy with the errors, as it is typed.</param>
/// <param name="Figures">Linked figures of the right draft.</param>
/// <param name="Errors">The errors, in the order of the text.</param>
/// <param name="FalseAlarms">What the check did not pass and is right: a text and a place.</param>
internal sealed record PlantedDraft(string Draft, string Copy, int Figures, IReadOnlyList<PlantedError> Errors, IReadOnlyList<(string Text, int Line)> FalseAlarms);

/// <summary>Plants errors in the right drafts of the demo's case and compares what the check finds with what was planted.</summary>
internal static class PlantCheck
{
    /// <summary>Plants, writes the planted drafts beside the case's own, in <c>planted/</c>, and checks them.</summary>
    /// <param name="call">The run.</param>
    /// <param name="folder">The case, built.</param>
    /// <param name="count">How many errors in each of the two drafts.</param>
    /// <param name="seed">Which.</param>
    public static IReadOnlyList<PlantedDraft> Run(Call call, CaseFolder folder, int count, long seed)
    {
        using var built = BuiltCase.Open(folder);
        using var tables = new TablesProcess(built.TablesPath, ChildCommand.OfThisProgram(Workers.Sql));
        var options = new CheckOptions { Hedges = CaseSettings.Read(folder).Hedges, EvidenceRows = 0, Clock = call.Clock };
        CheckReport Check(string name, string text) => CaseCheck.CheckRead(folder, built, [DraftReader.Read(name, Encoding.UTF8.GetBytes(text))], tables, options, call.Stop);

        var planted = new List<PlantedDraft>();
        Directory.CreateDirectory(Path.Combine(folder.Root, "planted"));
        foreach (var draft in (string[])[DemoCase.Draft, DemoCase.RussianDraft])
        {
            var right = DemoErrors.Mended(File.ReadAllText(Path.Combine(folder.Root, draft)));
            var before = Check(draft, right);
            var errors = new Planting(right, before.Claims).Choose(count, seed);
            var text = Planting.Plant(right, errors);
            var copy = Path.Combine("planted", FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(draft)}-{count}-{seed}.md"));
            File.WriteAllText(Path.Combine(folder.Root, copy), text);
            planted.Add(Compared(new PlantedDraft(draft, copy.Replace('\\', '/'), before.Claims.Count, errors, []), before, Check(draft, text), text));
        }

        return planted;
    }

    private static PlantedDraft Compared(PlantedDraft planted, CheckReport before, CheckReport after, string text)
    {
        var errors = new List<PlantedError>();
        var (claims, unbacked) = (after.Claims.ToDictionary(c => c.Span.Start), after.Unbacked.ToList());
        foreach (var error in planted.Errors)
        {
            // Where its figure starts now: moved by what was planted before it, and by what it lost of its own link.
            var start = error.Of.Span.Start + planted.Errors.Where(e => e.Place.Start < error.Of.Span.Start).Sum(e => e == error && e.Kind == PlantKind.LostLink ? -1 : e.Text.Length - e.Place.Length);
            Verdict? found = null;
            if (error.Kind == PlantKind.LostLink)
            {
                var length = error.Of.Span.Length;
                found = unbacked.RemoveAll(u => u.Span.Overlaps(new TextSpan(start, start + length))) > 0 ? Verdict.NotBacked : null;
            }
            else if (claims.Remove(start, out var claim))
            {
                found = claim.Verdict;
            }

            var lineStart = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
            errors.Add(error with
            {
                Found = found,
                Line = text.AsSpan(0, lineStart).Count('\n') + 1,
                Now = error.Kind == PlantKind.OtherClaim ? error.Text : Around(text, start, error.Of.Text.Length),
            });
        }

        return planted with
        {
            Errors = errors,
            FalseAlarms =
            [
                .. claims.Values.Where(c => c.Verdict != Verdict.Holds).Select(c => (c.Text, c.Line)),
                .. unbacked.Select(u => (u.Figure.Text, u.Line)),
            ],
        };
    }

    /// <summary>The figure with a little on both sides, without the address of its link.</summary>
    private static string Around(string text, int start, int length)
    {
        var from = text.LastIndexOfAny(['\n', '.'], Math.Max(0, start - 1), Math.Min(Math.Max(0, start - 1), 22)) is >= 0 and var edge ? edge + 1 : Math.Max(0, start - 14);
        var to = text.IndexOfAny([']', '\n'], start) is >= 0 and var end ? Math.Min(end, start + length + 10) : Math.Min(text.Length, start + length);
        return text[from..to].Replace("[", "", StringComparison.Ordinal).Trim();
    }
}
