using System.Text.Json;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Cli.Output;

namespace Plumbline.Cli;

/// <summary>What became of the links of an earlier draft, for people and as JSON.</summary>
internal static class CarryPrinter
{
    private static readonly CarryState[] WorstFirst = [CarryState.Lost, CarryState.Doubtful, CarryState.Carried, CarryState.Kept];

    public static void Write(Screen screen, Draft was, Draft now, IReadOnlyList<CarriedLink> links)
    {
        foreach (var link in WorstFirst.SelectMany(s => links.Where(l => l.State == s && (s != CarryState.Kept || l.IsChanged))))
        {
            screen.Write(link.Word.PadRight(11), link.State == CarryState.Lost ? Ink.Red : link.State == CarryState.Doubtful ? Ink.Yellow : Ink.Green);
            screen.WriteWrapped($"{SafeText.Line(link.Was.Id)}: {SafeText.Line(link.Was.Text)}  {Place(was, link.Was)}", hang: 11);
            if (link.Now is { } place)
            {
                screen.WriteWrapped($"{(link.State == CarryState.Doubtful ? "perhaps" : link.IsChanged ? "now" : "at")} {SafeText.Line(place.Text)}  {Place(now, place)}{(link.IsChanged ? "  CHANGED" : "")}", indent: 11, ink: link.IsChanged ? Ink.Bold : Ink.None);
            }
        }

        screen.WriteLine(
            $"{Screen.Count(links.Count, "link", "links")}: {string.Join(", ", WorstFirst.Reverse().Select(s => (s, Count: links.Count(l => l.State == s))).Where(x => x.Count > 0).Select(x => $"{x.Count} {links.First(l => l.State == x.s).Word}").DefaultIfEmpty("none"))}; {links.Count(l => l is { IsChanged: true, State: CarryState.Kept or CarryState.Carried })} changed.",
            Ink.Bold);
        screen.WriteLine();
    }

    public static void Write(Utf8JsonWriter json, CaseLinks all, CheckReport report)
    {
        json.WriteString("draft", all.Now.File.Name);
        json.WriteString("was", all.Was.File.Name);
        json.WriteStartArray("links");
        foreach (var link in all.Links)
        {
            json.WriteStartObject();
            json.WriteString("id", link.Was.Id);
            json.WriteString("state", link.Word);
            json.WriteBoolean("changed", link.IsChanged);
            json.WriteString("was_text", link.Was.Text);
            json.WriteNumber("was_line", all.Was.PlaceOf(link.Was.InFile.Start).Line);
            if (link.Now is { } now)
            {
                var (line, column) = all.Now.PlaceOf(now.InFile.Start);
                json.WriteString("text", now.Text);
                json.WriteNumber("start", now.InFile.Start);
                json.WriteNumber("end", now.InFile.End);
                json.WriteNumber("line", line);
                json.WriteNumber("column", column);
                json.WriteString("verdict", report.Claims.FirstOrDefault(c => c.Span == now.InFile && c.Id == now.Id)?.Verdict.Word());
            }
            else
            {
                foreach (var key in (string[])["text", "start", "end", "line", "column", "verdict"])
                {
                    json.WriteNull(key);
                }
            }

            json.WriteBoolean("written", all.Written.Contains(link));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Place(Draft draft, DraftLink link) => $"{SafeText.Line(draft.File.Name)}:{draft.PlaceOf(link.InFile.Start).Line}:{draft.PlaceOf(link.InFile.Start).Column}";
}

/// <summary>The links of two states of a draft.</summary>
/// <param name="Was">The earlier.</param>
/// <param name="Now">The later.</param>
/// <param name="Links">What became of each link.</param>
/// <param name="Written">Those that a copy was given.</param>
internal sealed record CaseLinks(Draft Was, Draft Now, IReadOnlyList<CarriedLink> Links, IReadOnlyList<CarriedLink> Written);
