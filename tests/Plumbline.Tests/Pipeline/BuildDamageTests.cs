using System.Text;
using Plumbline.Cases;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

public sealed class BuildDamageTests
{
    private const string Texts = """
        unit: texts
        of: document
        documents: {files: "*.txt"}
        variables:
          seen: {type: yes/no, silence: no, rules: [{value: yes, when: camera}]}
          paid: {type: money, rules: [{read: money}]}
        """;

    private const string Lines = "unit: lines\nof: row\ndocuments: {files: \"*.csv\"}\nkey: [no]\nvariables:\n  no: {type: text, column: No}\n  n: {type: integer, column: n}\n";

    /// <summary>Each file cut off at some places and with some bits turned: the check finds it, reading tells it or goes on, nothing crashes.</summary>
    [Fact]
    public void Damage_of_any_file_of_a_build_is_found_and_told_and_mended_by_a_clean_build()
    {
        using var given = Case();
        var first = given.Build();
        var build = Path.Combine(given.Folder.Builds, first.Id);
        var unit = given.Query("SELECT unit_id FROM texts ORDER BY 1")[0];
        var random = new Random(20261125);
        foreach (var path in Directory.GetFiles(build).Order(StringComparer.Ordinal))
        {
            var whole = File.ReadAllBytes(path);
            for (var way = 0; way < 8; way++)
            {
                var bytes = Damaged(whole, way, random);
                if (bytes is null || bytes.AsSpan().SequenceEqual(whole) || (way == 7 && path.EndsWith("manifest.json", StringComparison.Ordinal)))
                {
                    continue;
                }

                File.WriteAllBytes(path, bytes);
                var name = $"{Path.GetFileName(path)}, way {way}";
                if (!path.EndsWith("manifest.json", StringComparison.Ordinal) || way < 2)
                {
                    Assert.True(BuildVerification.Check(given.Folder).Outcome == CheckOutcome.Failed, name);
                }

                Read(name, given, built => built.Search("camera", new CaseSearchOptions()));
                Read(name, given, built => built.Show(unit, null));
                Read(name, given, built => built.Problems.Count());
            }

            File.WriteAllBytes(path, whole);
        }

        File.Delete(Path.Combine(build, "manifest.json"));
        Assert.Equal(CheckOutcome.Failed, BuildVerification.Check(given.Folder).Outcome);
        Assert.Equal(first.Digest, given.Build().Digest);
        Assert.Equal(CheckOutcome.Passed, BuildVerification.Check(given.Folder).Outcome);
    }

    [Fact]
    public void A_build_that_lost_a_file_is_made_anew_by_the_next_run()
    {
        using var given = Case();
        var first = given.Build();
        var text = Directory.GetFiles(Path.Combine(given.Folder.Builds, first.Id), "*.text").Single();
        File.WriteAllBytes(text, File.ReadAllBytes(text)[..^2]);
        var second = given.Build();
        Assert.False(second.NothingToDo);
        Assert.Equal((first.Digest, 0L), (second.Digest, second.Stages[0].Reused));
        Assert.Equal(CheckOutcome.Passed, BuildVerification.Check(given.Folder).Outcome);
    }

    [Fact]
    public void Damage_that_a_build_took_over_is_still_found()
    {
        using var given = Case();
        var first = given.Build();
        var text = Directory.GetFiles(Path.Combine(given.Folder.Builds, first.Id), "*.text").Single();
        var bytes = File.ReadAllBytes(text);
        bytes[40] ^= 4;
        File.WriteAllBytes(text, bytes);
        given.Give("new.txt", "A camera of another kind.");
        given.Build();
        Assert.Equal(CheckOutcome.Failed, BuildVerification.Check(given.Folder).Outcome);
        given.Build(clean: true);
        Assert.Equal(CheckOutcome.Passed, BuildVerification.Check(given.Folder).Outcome);
    }

    [Fact]
    public void A_build_keeps_nothing_of_rules_that_are_no_more()
    {
        using var given = Case();
        given.Build();
        var files = Directory.GetFiles(Path.Combine(given.Folder.Builds, "b000001")).Length;
        for (var i = 2; i < 5; i++)
        {
            given.Codebook("texts", Texts.Replace("when: camera", $"when: camera OR w{i}", StringComparison.Ordinal));
            var report = given.Build();
            Assert.Equal(files, Directory.GetFiles(Path.Combine(given.Folder.Builds, report.Id)).Length);
        }
    }

    /// <summary>A case of somebody else whose build looks cut off: its files are links to files of this computer.</summary>
    [Fact]
    public void A_build_never_writes_through_links()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        using var given = Case();
        using var mine = new TemporaryFolder();
        var partial = Path.Combine(given.Folder.Builds, "b000001.partial");
        Directory.CreateDirectory(partial);
        foreach (var path in (string[])[Path.Combine(partial, "problems.jsonl.new"), Path.Combine(partial, "manifest.json"), Path.Combine(given.Folder.Builds, "current.new"), Path.Combine(given.Folder.Inner, "who")])
        {
            File.WriteAllText(mine[Path.GetFileName(path)], "mine");
            File.CreateSymbolicLink(path, mine[Path.GetFileName(path)]);
        }

        Directory.CreateSymbolicLink(Path.Combine(given.Folder.Builds, "b000002.partial"), mine.Path);
        given.Build();
        Pseudonym.Keep(given.Folder, "quiet-heron");
        Assert.Equal(["current.new", "manifest.json", "problems.jsonl.new", "who"], Directory.GetFiles(mine.Path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(mine.Path), f => Assert.Equal("mine", File.ReadAllText(f)));
        Assert.Equal(CheckOutcome.Passed, BuildVerification.Check(given.Folder).Outcome);
    }

    [Fact]
    public void A_case_in_a_folder_with_the_signs_of_a_connection_string_is_built_and_read()
    {
        using var given = Case("a;b='c\";ACCESS_MODE=x =");
        given.Build();
        Assert.Equal(["2"], given.Query("SELECT count(*) FROM texts"));
        using var built = BuiltCase.Open(given.Folder);
        using var tables = new Plumbline.Claims.Sql.TablesProcess(built.TablesPath, TestCase.Hidden("sql-worker"));
        Assert.Equal("2", tables.Query("SELECT count(*) AS n FROM texts").Rows.Single()[0].ToString());
    }

    private static TestCase Case(string name = "дело №1")
    {
        var given = new TestCase(name);
        given.Codebook("texts", Texts);
        given.Codebook("lines", Lines);
        given.Give(
            ("a.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The camera at the door saw him. He paid 500 rubles to the court. ", 9)))),
            ("b.txt", Encoding.UTF8.GetBytes("Nothing was seen that day.")),
            ("l.csv", "No,n\nA,1\nB,2\n"u8.ToArray()),
            ("broken.txt", [0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37, 0, 1, 2]));
        return given;
    }

    private static byte[]? Damaged(byte[] whole, int way, Random random)
    {
        switch (way)
        {
            case 0:
                return [];
            case 1:
                return whole[..(whole.Length / 2)];
            case 2:
                return [.. whole, 0];
            default:
                if (whole.Length == 0)
                {
                    return null;
                }

                var bytes = (byte[])whole.Clone();
                bytes[random.Next(Math.Min(whole.Length, way < 5 ? 40 : int.MaxValue))] ^= (byte)(1 << random.Next(8));
                return bytes;
        }
    }

    private static void Read<T>(string name, TestCase given, Func<BuiltCase, T> read)
    {
        try
        {
            using var built = BuiltCase.Open(given.Folder);
            read(built);
        }
        catch (Exception e)
        {
            Assert.True(e is PlumblineException, $"{name}: {e}");
        }
    }
}
