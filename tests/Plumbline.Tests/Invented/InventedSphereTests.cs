using System.Text;
using Plumbline.Invented;

namespace Plumbline.Tests.Invented;

public sealed class InventedSphereTests
{
    [Fact]
    public void The_case_has_the_files_of_an_investigation()
    {
        var files = InventedSphere.Files(30).ToList();
        int Of(string folder) => files.Count(f => f.Path.StartsWith(folder, StringComparison.Ordinal));
        Assert.Equal((30, 29, 24, 1, 2, 1), (Of("rulings/"), Of("interviews/"), Of("contracts/"), Of("incidents/"), Of("customs/"), Of("lists/")));
        Assert.Equal(files.Count, files.Select(f => f.Path).Distinct().Count());
        Assert.Equal(files.Select(f => Convert.ToHexString(f.Bytes)), InventedSphere.Files(30).Select(f => Convert.ToHexString(f.Bytes)));
        Assert.All(files.Where(f => f.Path.StartsWith("interviews/", StringComparison.Ordinal)), f => Assert.Contains(Path.GetFileName(f.Path), InventedSphere.Answers(30).Keys));
    }

    [Fact]
    public void Rows_are_as_many_as_they_are_said_to_be()
    {
        Assert.Equal(3000, InventedCustoms.Make(1, 3000).Select(i => (i.Declaration, i.Item)).Distinct().Count());
        var lines = Encoding.UTF8.GetString(InventedIncidents.Csv(InventedIncidents.Make(1, 160))).TrimEnd('\n').Split('\n');
        Assert.Equal(161, lines.Length);
        Assert.All(InventedIncidents.Make(1, 160), i => Assert.InRange(i.Detained, 0, i.Stopped));
    }

    [Fact]
    public void No_tax_number_has_the_check_digit_that_a_real_one_has() => Assert.All(InventedCustoms.Make(2, 300).Select(i => i.TaxNumber).Distinct(), number =>
    {
        int[] weights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
        Assert.Equal(10, number.Length);
        Assert.NotEqual(weights.Select((w, i) => w * (number[i] - '0')).Sum() % 11 % 10, number[9] - '0');
    });

    [Fact]
    public void Noise_leaves_what_the_first_line_says_and_asked_for_none_changes_nothing()
    {
        var plain = new InventedOptions { HtmlShare = 0, DefectShare = 0, DuplicateShare = 0 };
        var clean = InventedRulings.Make(9, 60, plain).Select(r => Encoding.UTF8.GetString(r.Bytes)).ToList();
        var noisy = InventedRulings.Make(9, 60, plain with { NoiseShare = 1 }).Select(r => Encoding.UTF8.GetString(r.Bytes)).ToList();
        Assert.All(clean.Zip(noisy), p => Assert.Equal(p.First.Split('\n')[0], p.Second.Split('\n')[0]));
        Assert.True(clean.Zip(noisy).Count(p => p.First != p.Second) > 55);
        Assert.All(InventedRulings.Make(9, 60, plain with { CutShare = 1 }), r => Assert.True(r.Truth is { IsCut: true, FineRub: null }));
        Assert.All(InventedRulings.Make(9, 60, plain with { CutShare = 1 }), r => Assert.DoesNotContain("ПОСТАНОВИЛ:", Encoding.UTF8.GetString(r.Bytes), StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_said_in_an_interview_stands_in_it_in_both_languages() => Assert.All(InventedInterviews.Make(4, 60, 30), i =>
        Assert.All(i.Answers.Values, a => Assert.Contains(a.Words, Encoding.UTF8.GetString(i.Bytes), StringComparison.Ordinal)));
}
