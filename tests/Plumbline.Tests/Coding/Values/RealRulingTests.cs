using System.Text.Json;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Coding.Values;

/// <summary>The readers on the 40 labelled rulings; prints counts and the ids of the misses, never text.</summary>
public sealed class RealRulingTests(ITestOutputHelper output)
{
    private sealed record Labelled(string File, string Text, JsonElement Label)
    {
        public string? Word(string name) => Label.GetProperty(name) is { ValueKind: JsonValueKind.String } e ? e.GetString() : null;

        public int? Number(string name) => Label.GetProperty(name) is { ValueKind: JsonValueKind.Number } e ? e.GetInt32() : null;

        /// <summary>From the last «ПОСТАНОВИЛ», however it is written; the last fifth without one.</summary>
        public TextSpan Operative
        {
            get
            {
                var letters = new List<int>();
                for (var i = 0; i < Text.Length; i++)
                {
                    if (char.IsLetter(Text[i]))
                    {
                        letters.Add(i);
                    }
                }

                var bare = string.Concat(letters.Select(i => char.ToUpperInvariant(Text[i])));
                var at = Math.Max(bare.LastIndexOf("ПОСТАНОВИЛ", StringComparison.Ordinal), bare.LastIndexOf("ОПРЕДЕЛИЛ", StringComparison.Ordinal));
                return new TextSpan(at < 0 ? Text.Length * 4 / 5 : letters[at], Text.Length);
            }
        }
    }

    [Fact]
    public void Date_of_the_decision_is_among_the_dates_of_the_header() => Measure(
        0.9, d => d.Word("decided_on"), (d, date) => Head(d, "date").Contains(date));

    [Fact]
    public void Court_is_among_the_courts_of_the_header() => Measure(
        0.85, d => d.Word("court"), (d, court) => Head(d, "court").Contains(court));

    [Fact]
    public void Provisions_are_among_the_statutes_of_the_text() => Measure(
        0.9,
        d => string.Join(' ', d.Label.GetProperty("provisions").EnumerateArray().Select(e => e.GetString())),
        (d, provisions) => provisions.Split(' ').All(p => Values(d, "statute", new TextSpan(0, d.Text.Length)).Contains(p)));

    [Fact]
    public void Fine_is_among_the_certain_sums_of_the_operative_part() => Measure(
        0.9, d => d.Number("fine_rub") is { } fine ? $"{fine} RUB" : null, (d, fine) => Values(d, "money", d.Operative, certain: true).Contains(fine));

    [Fact]
    public void Arrest_is_among_the_days_of_the_operative_part() => Measure(
        0.9, d => d.Number("arrest_days")?.ToString(), (d, days) => Values(d, "days", d.Operative, certain: true).Contains(days));

    [Fact]
    public void Work_is_among_the_hours_of_the_operative_part() => Measure(
        0.9, d => d.Number("work_hours")?.ToString(), (d, hours) => Values(d, "hours", d.Operative, certain: true).Contains(hours));

    private static List<string> Head(Labelled d, string reader) => Values(d, reader, new TextSpan(0, Math.Min(1500, d.Text.Length)));

    private static List<string> Values(Labelled d, string reader, TextSpan within, bool certain = false) =>
        [.. Reading.Of(reader, d.Text, within).Where(v => v.Value is not null && (v.IsCertain || !certain)).Select(v => v.Value!.Value.Text)];

    private void Measure(double least, Func<Labelled, string?> wanted, Func<Labelled, string, bool> isFound)
    {
        var folder = Corpus.Path("rally-rulings");
        var all = File.ReadLines(Path.Combine(folder, "labels.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.Clone())
            .Select(e => new Labelled(e.GetProperty("file").GetString()!, File.ReadAllText(Path.Combine(folder, "texts", e.GetProperty("file").GetString()!)), e))
            .Where(d => wanted(d) is not null)
            .ToList();
        var misses = all.Where(d => !isFound(d, wanted(d)!)).Select(d => d.File).ToList();
        output.WriteLine($"{all.Count - misses.Count} of {all.Count}; missed: {string.Join(", ", misses)}");
        Assert.True(all.Count - misses.Count >= least * all.Count, string.Join(", ", misses));
    }
}
