using System.Text;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Coverage;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Coverage;

public sealed class CaseCoverageTests
{
    private const string Codebook = """
        unit: rulings
        of: row
        documents: {files: "*.csv"}
        key: [id]
        variables:
          id: {type: text, column: id}
          court: {type: text, column: court}
          decided_on: {type: date, column: day}
          case_number: {type: text, column: number}
        """;

    private const string Rows = """
        id,court,day,number
        1,Тверской районный суд,2022-03-01,5-1/2022
        2,Тверской районный суд,2022-03-31,5-4/2022
        3,Тверской районный суд,2022-04-02,5-5/2022
        4,Мещанский районный суд,2022-04-02,без номера
        5,Мещанский районный суд,2022,
        6,,,
        """;

    [Fact]
    public void No_unit_is_left_out_of_any_count()
    {
        using var given = Case();
        var report = Coverage(given, new CoverageOptions());
        Assert.Equal(["court", "month", "source"], report.Axes.Select(a => a.By));
        Assert.All(report.Axes, a => Assert.Equal(6, a.Cells.Sum(c => c.Units)));
        Assert.Equal(6, report.Cells.Sum(c => c.Units));
        Assert.Equal(["2022-03:2", "2022-04:2", ":2"], report.Axes[1].Cells.Select(c => $"{c.Values[0]}:{c.Units}"));
        Assert.Null(report.Axes[0].Cells[^1].Values[0]);
        Assert.Equal(3, Coverage(given, new CoverageOptions { By = ["year"] }).Axes[0].Cells.Sum(c => c.Units) / 2);
        Assert.Equal((2, 1), (report.WithoutNumber, report.OtherNumbers));
        Assert.Equal([(2, 3)], Assert.Single(report.Series).Gaps);
    }

    [Fact]
    public void A_registry_stands_beside_our_counts_and_more_than_it_states_is_a_problem()
    {
        using var given = Case();
        var list = Path.Combine(given.Folder.Root, "counts.csv");
        File.WriteAllText(list, "Court,Month,Remark,Total\n\"ТВЕРСКОЙ  районный суд\",03.2022,x,10\nТверской районный суд,2022-04,,0\nБасманный районный суд,2022-04,,7\n");
        var report = Coverage(given, new CoverageOptions { Registry = list });
        Assert.Equal(["court", "month"], report.RegistryBy);
        Assert.Equal((2, 10L), (report.Registry[0].Ours, report.Registry[0].Theirs!.Value));
        Assert.True(report.Registry[1].IsTooMany);
        Assert.Equal((0, 7L), (report.Registry[2].Ours, report.Registry[2].Theirs!.Value));
        Assert.Equal(6, report.Registry.Sum(r => r.Ours));
        Assert.Equal("BLD044", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public void Units_out_of_documents_not_for_publication_are_counted_under_that_name_alone()
    {
        using var given = Case();
        given.GiveFrom("clerk", "more.csv", "id,court,day,number\n7,Секретный гарнизонный суд,2021-01-02,5-77/2021\n8,Тверской районный суд,2022-03-05,5-3/2022\n");
        given.GiveFrom("aide", "aide.csv", "id,court,day,number\n9,Тверской районный суд,2022-03-06,5-2/2022\n");
        File.WriteAllText(given.Folder.SourcesYaml, "clerk: {terms: not-for-publication, pseudonym: Клерк}\naide: {terms: background}\n");
        given.Build();
        var report = Coverage(given, new CoverageOptions());
        Assert.Equal((9, 2), (report.Units, report.Confidential));
        Assert.All(report.Axes, a => Assert.Equal((9, 2), (a.Cells.Sum(c => c.Units), a.Cells.Single(c => c.Values[0] == SourceTerms.Confidential).Units)));
        Assert.Equal([SourceTerms.Confidential, SourceTerms.OnBackground], report.Axes[2].Cells.Select(c => c.Values[0]).OfType<string>().Order());
        Assert.Equal((2, 1), (report.WithoutNumber, report.OtherNumbers));
        Assert.Equal([(3, 3)], Assert.Single(report.Series).Gaps); // 5-2 came in on background; 5-3 is there, and nobody is to know.
        var json = System.Text.Json.JsonSerializer.Serialize(report);
        Assert.All(["clerk", "aide", "Секретный", "2021", "Клерк"], secret => Assert.DoesNotContain(secret, json, StringComparison.Ordinal));

        var shown = Coverage(given, new CoverageOptions(), showConfidential: true);
        Assert.Equal((0, true, true), (shown.Confidential, shown.Axes[0].Cells.Any(c => c.Values[0] == "Секретный гарнизонный суд"), shown.Axes[2].Cells.Any(c => c.Values[0] == "Клерк")));
    }

    [Theory]
    [InlineData("BLD040", "by")]
    [InlineData("BLD041", "missing")]
    [InlineData("BLD042", "a,b\n1,2\n")]
    [InlineData("BLD043", "court,count\nТверской,many\n")]
    public void What_cannot_be_counted_is_said(string code, string list)
    {
        using var given = Case();
        var path = Path.Combine(given.Folder.Root, "counts.csv");
        if (list.Contains('\n', StringComparison.Ordinal))
        {
            File.WriteAllText(path, list);
        }

        var fault = Assert.Throws<UsageException>(() => Coverage(given, list == "by" ? new CoverageOptions { By = ["courts"] } : new CoverageOptions { Registry = path }));
        Assert.Equal(code, fault.Code);
    }

    private static TestCase Case()
    {
        var given = new TestCase();
        given.Codebook("rulings", Codebook);
        given.Give(("rulings.csv", Encoding.UTF8.GetBytes(Rows)));
        given.Build();
        return given;
    }

    private static CoverageReport Coverage(TestCase given, CoverageOptions options, bool showConfidential = false)
    {
        using var built = BuiltCase.Open(given.Folder);
        return CaseCoverage.Of(built, options, SourceTerms.Read(given.Folder, TimeProvider.System, showConfidential), TestCase.Hidden("read-worker"), TestContext.Current.CancellationToken);
    }
}
