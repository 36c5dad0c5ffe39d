using System.Diagnostics;
using System.Text;
using Plumbline.Coding.Values;
using Plumbline.Evidence;
using Plumbline.Invented;

namespace Plumbline.Tests.Invented;

public sealed class InventedRulingTests(ITestOutputHelper output)
{
    private static readonly InventedOptions Plain = new() { HtmlShare = 0, DefectShare = 0 };

    [Fact]
    public void A_ruling_depends_on_its_seed_and_number_only()
    {
        var some = InventedRulings.Make(7, 50).ToList();
        var more = InventedRulings.Make(7, 200).Take(50).ToList();
        Assert.Equal(some.Select(r => Convert.ToHexString(r.Bytes)), more.Select(r => Convert.ToHexString(r.Bytes)));
        Assert.Equal(some[31].Bytes, InventedRulings.One(7, 31, new InventedOptions()).Bytes);
        Assert.NotEqual(some[31].Bytes, InventedRulings.One(8, 31, new InventedOptions()).Bytes);
    }

    [Fact]
    public void Every_ruling_says_that_it_is_invented() => Assert.All(InventedRulings.Make(1, 200), r =>
    {
        Assert.StartsWith("invented-", r.FileName, StringComparison.Ordinal);
        Assert.Contains("(invented)", Encoding.UTF8.GetString(r.Bytes).Replace('o', 'о').Replace("(inventеd)", "(invented)").Replace("  ", " "), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(8_000), InlineData(18_000)]
    public void The_size_is_about_the_target(int target)
    {
        var sizes = InventedRulings.Make(2, 300, Plain with { TargetBytes = target }).Select(r => r.Bytes.Length).ToList();
        output.WriteLine($"mean {sizes.Average():0}, {sizes.Min()} to {sizes.Max()}");
        Assert.InRange(sizes.Average(), target * 0.9, target * 1.1);
    }

    [Fact]
    public void Readers_read_the_truth_of_plain_rulings()
    {
        var misses = new Dictionary<string, List<int>>();
        var made = 0;
        foreach (var ruling in InventedRulings.Make(3, 1000, Plain))
        {
            made++;
            var text = Encoding.UTF8.GetString(ruling.Bytes);
            var truth = ruling.Truth;
            var end = Math.Max(Last(text, "ПОСТАНОВИЛ"), Last(text, "ОПРЕДЕЛИЛ"));
            Check("date", text, new TextSpan(0, 600), truth.DecidedOn?.ToString("yyyy-MM-dd"));
            Check("court", text, new TextSpan(0, 800), truth.Court);
            Check("case-number", text, new TextSpan(0, 300), truth.CaseNumber);
            Check("statute", text, new TextSpan(0, 1200), truth.Provisions[0]);
            Check("money", text, new TextSpan(end, text.Length), truth.FineRub is { } fine ? $"{fine} RUB" : null);
            Check("days", text, new TextSpan(end, text.Length), truth.ArrestDays?.ToString());
            Check("hours", text, new TextSpan(end, text.Length), truth.WorkHours?.ToString());

            void Check(string reader, string from, TextSpan within, string? value)
            {
                if (value is not null && !Coding.Values.Reading.Of(reader, from, within).Any(v => v.IsCertain && v.Value?.Text == value))
                {
                    misses.TryAdd(reader, []);
                    misses[reader].Add(truth.Number);
                }
            }
        }

        foreach (var (reader, numbers) in misses)
        {
            output.WriteLine($"{reader}: {numbers.Count} of {made}: {string.Join(" ", numbers.Take(5))}");
        }

        Assert.Empty(misses);
    }

    [Fact]
    public void Rulings_are_of_every_kind()
    {
        var all = InventedRulings.Make(4, 3000).ToList();
        var truths = all.Select(r => r.Truth).ToList();
        Assert.Equal(5, truths.Select(t => t.Outcome).Distinct().Count());
        Assert.Equal(3, truths.Select(t => t.FacialRecognition).Distinct().Count());
        Assert.True(truths.Select(t => t.Court).Distinct().Count() > 300);
        Assert.Contains(truths, t => t.SameAs is not null);
        Assert.Contains(truths, t => t.IsPenaltyMasked);
        Assert.Contains(truths, t => t.DecidedOn is null);
        Assert.Contains(all, r => Encoding.UTF8.GetString(r.Bytes).Contains("charset=windows-1251", StringComparison.Ordinal));
        Assert.Equal(all.Count, all.Select(r => r.FileName).Distinct().Count());
    }

    [Fact]
    public void A_duplicate_repeats_an_earlier_ruling()
    {
        var options = Plain with { DuplicateShare = 0.2 };
        var all = InventedRulings.Make(5, 200, options).ToList();
        var copies = all.Where(r => r.Truth.SameAs is not null).ToList();
        Assert.NotEmpty(copies);
        Assert.All(copies, r => Assert.Equal(all[r.Truth.SameAs!.Value].Bytes, r.Bytes));
    }

    [Fact]
    public void Speed_is_printed_not_judged()
    {
        var start = Stopwatch.GetTimestamp();
        var bytes = InventedRulings.Make(6, 2000).Sum(r => (long)r.Bytes.Length);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine($"{2000 / seconds:0} rulings a second on one thread, {bytes / 2000} bytes each");
        var text = Encoding.UTF8.GetString(InventedRulings.One(6, 1, Plain with { TargetBytes = 18_000 }).Bytes);
        var values = new List<ReadValue>();
        foreach (var reader in ValueReaders.All)
        {
            for (var i = 0; i < 300; i++)
            {
                values.Clear();
                start = i == 100 ? Stopwatch.GetTimestamp() : start;
                reader.Read(text, new TextSpan(0, text.Length), values);
            }

            output.WriteLine($"{reader.Name}: {Stopwatch.GetElapsedTime(start).TotalMicroseconds / 200:0.0} us for 18 KB, {values.Count} values");
        }
    }

    private static int Last(string text, string word) =>
        Math.Max(text.LastIndexOf(word, StringComparison.Ordinal), text.LastIndexOf(string.Join(' ', word.ToCharArray()), StringComparison.Ordinal));
}
