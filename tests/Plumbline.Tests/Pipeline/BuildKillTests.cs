using System.Text;
using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

/// <summary>The real command, killed and stopped at random moments. A kill does not show a missing flush: that is TraceTests.</summary>
public sealed class BuildKillTests
{
    private const int Rulings = 1200;

    private const string Codebook = """
        unit: rulings
        of: document
        key: [case_number]
        variables:
          case_number: {type: text, rules: [{read: case-number, pick: first}]}
          outcome:
            type: category
            values: {fine: Fine, arrest: Arrest}
            rules:
              - {value: fine, when: наказание w/5 штраф}
              - {value: arrest, when: арест}
          fine: {type: money, currency: RUB, rules: [{read: money, at: штраф}]}
          video: {type: yes/no, silence: no, rules: [{value: yes, when: видеозапись}]}
        """;

    [Fact]
    public void A_kill_of_a_build_leaves_the_build_in_use_and_the_next_run_goes_on_to_the_digest_of_a_clean_one()
    {
        Assert.SkipUnless(RealCommand.HasGroups, "needs process groups");
        using var given = Case(Rulings);
        var random = new Random(20261125);
        var kept = 0;
        for (var round = 0; round < 7; round++)
        {
            if (round == 4)
            {
                // Another plan than that of the runs cut off: what they left must not stay.
                given.Give([.. Texts(Rulings, Rulings + 40)]);
            }

            using var run = RealCommand.Start("build", given.Folder.Root);
            var parts = round % 2 == 0 ? 1 : 0;
            run.WaitUntil(() => Partial(given.Folder, "*.docs").Count >= parts + kept && Partial(given.Folder, "*").Count > 0);
            Thread.Sleep(random.Next(120));
            run.Signal(RealCommand.Kill9, toGroup: round % 3 == 0);
            run.End();
            Assert.Empty(run.Left());
            kept = Partial(given.Folder, "*.docs").Count is var found && found > 2 ? 2 : found;

            var verified = CaseVerification.Verify(given.Folder, new VerifyOptions(), null, CancellationToken.None);
            Assert.True(verified.IsIntact, verified.FirstBroken?.Sentence);
            Assert.NotEqual(CheckOutcome.Failed, BuildVerification.Check(given.Folder).Outcome);
        }

        var taken = Partial(given.Folder, "*.docs").ToDictionary(p => Path.GetFileName(p)!, File.GetLastWriteTimeUtc);
        Assert.NotEmpty(taken);
        var digest = Build(given.Folder);
        var builds = Directory.GetDirectories(given.Folder.Builds);
        var build = Assert.Single(builds);
        Assert.Contains(taken, t => File.Exists(Path.Combine(build, t.Key)) && File.GetLastWriteTimeUtc(Path.Combine(build, t.Key)) == t.Value);
        Assert.Equal((CheckOutcome.Passed, 0), (BuildVerification.Check(given.Folder).Outcome, BuildVerification.Check(given.Folder).Problems.Count));
        Assert.Equal(FilesOfManifest(build), Directory.GetFiles(build).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Assert.Equal(["current", "lock"], Directory.GetFiles(given.Folder.Builds).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Assert.Equal(digest, given.Build(clean: true).Digest);
    }

    [Fact]
    public void Ctrl_C_in_a_build_says_so_and_costs_no_document()
    {
        Assert.SkipUnless(RealCommand.HasGroups, "needs process groups");
        using var given = Case(600);
        for (var round = 0; round < 3; round++)
        {
            // A terminal sends it to the workers too; they must not take it for their own end.
            using var run = RealCommand.Start("build", given.Folder.Root);
            run.WaitUntil(() => run.Running() > 1);
            Thread.Sleep(60 * round);
            run.Signal(RealCommand.Interrupt, toGroup: true);
            var (code, _, error) = run.End();
            Assert.Empty(run.Left());
            if (code == 0)
            {
                break;
            }

            Assert.Equal(130, code);
            Assert.Contains("nothing acknowledged is lost", error, StringComparison.Ordinal);
            Assert.Contains("CLI002", error, StringComparison.Ordinal);
        }

        Build(given.Folder);
        using var built = BuiltCase.Open(given.Folder);
        Assert.Empty(built.Problems);
        Assert.Equal(600, built.Units.Values.Sum());
    }

    [Fact]
    public void A_kill_of_an_ingest_loses_nothing_and_resume_enters_each_file_once()
    {
        Assert.SkipUnless(RealCommand.HasGroups, "needs process groups");
        using var given = Case(0);
        var source = Path.Combine(given.Folder.Sources, "много файлов");
        Directory.CreateDirectory(source);
        foreach (var (name, bytes) in Texts(0, 2500))
        {
            File.WriteAllBytes(Path.Combine(source, name), bytes);
        }

        var random = new Random(7);
        var before = 0;
        for (var round = 0; round < 5; round++)
        {
            using var run = RealCommand.Start("ingest", "--resume", given.Folder.Root, source);
            run.WaitUntil(() => Directory.Exists(given.Folder.Temporary) && Directory.EnumerateDirectories(given.Folder.Temporary).Any());
            Thread.Sleep(random.Next(150));
            run.Signal(RealCommand.Kill9, toGroup: true);
            run.End();
            var verified = CaseVerification.Verify(given.Folder, new VerifyOptions(), null, CancellationToken.None);
            Assert.True(verified.IsIntact, verified.FirstBroken?.Sentence);
            using var journal = Journal.OpenRead(given.Folder);
            var entered = journal.Documents().Count;
            Assert.True(entered >= before, $"{before} were entered, {entered} are left");
            before = entered;
        }

        var (code, output, _) = RealCommand.Run("ingest", "--resume", "--json", given.Folder.Root, source);
        Assert.Equal(0, code);
        using var answer = JsonDocument.Parse(output);
        Assert.Equal(2500 - before, answer.RootElement.GetProperty("recorded").GetInt32());
        using var whole = Journal.OpenRead(given.Folder);
        Assert.Equal(2500, whole.Documents().Count);
        Assert.Equal(2500, whole.Entries("ingest").Count());
        Assert.Empty(Directory.EnumerateFileSystemEntries(given.Folder.Temporary));
        Assert.DoesNotContain(CaseVerification.Verify(given.Folder, new VerifyOptions(), null, CancellationToken.None).Problems, p => p.Code != "CUS030");
    }

    /// <summary>A file can't grow beyond the limit, which the system tells as it tells a full disk.</summary>
    [Fact]
    public void A_full_disk_is_told_as_such_and_the_build_in_use_stays()
    {
        Assert.SkipUnless(RealCommand.HasGroups, "needs bash");
        using var given = Case(60);
        var first = given.Build();
        given.Give([.. Texts(60, 90)]);
        foreach (var kilobytes in (ReadOnlySpan<int>)[4, 60, 1000])
        {
            using var run = RealCommand.Start(
                $"trap '' XFSZ; ulimit -f {kilobytes}", new Dictionary<string, string> { ["DOTNET_EnableWriteXorExecute"] = "0" }, "build", given.Folder.Root);
            var (code, output, error) = run.End();
            Assert.True(code == 3 && (error.Contains("BLD013", StringComparison.Ordinal) || (kilobytes == 4 && error.Contains("CUS00", StringComparison.Ordinal))), $"{kilobytes}: {code} {output} {error}");
            using var built = BuiltCase.Open(given.Folder);
            Assert.Equal((first.Id, first.Digest), (built.Id, built.Digest));
            Assert.Equal(CheckOutcome.Passed, BuildVerification.Check(given.Folder).Outcome);
        }

        Assert.Equal(Build(given.Folder), given.Build(clean: true).Digest);
    }

    private static TestCase Case(int rulings)
    {
        var given = new TestCase();
        given.Codebook("rulings", Codebook);
        if (rulings > 0)
        {
            given.Give([.. Texts(0, rulings)]);
        }

        return given;
    }

    private static IEnumerable<(string, byte[])> Texts(int from, int to) => Enumerable.Range(from, to - from).Select(i => ($"{i:0000}.txt", Encoding.UTF8.GetBytes($"""
        Дело № 5-{i}/2022

        ПОСТАНОВЛЕНИЕ

        12 июня 2022 года город Выдуманск. Судья Выдуманского районного суда рассмотрел дело номер {i} об административном
        правонарушении в отношении гражданина, который участвовал в собрании у станции метро. Просмотрена видеозапись {i}.

        ПОСТАНОВИЛ: признать виновным и назначить административное наказание в виде штрафа в размере {i + 100} рублей.
        """)));

    private static string Build(CaseFolder folder)
    {
        var (code, output, error) = RealCommand.Run("build", "--json", folder.Root);
        Assert.True(code == 0, error);
        using var answer = JsonDocument.Parse(output);
        return answer.RootElement.GetProperty("digest").GetString()!;
    }

    private static IReadOnlyList<string> Partial(CaseFolder folder, string pattern)
    {
        try
        {
            return Directory.Exists(folder.Builds)
                ? [.. Directory.GetDirectories(folder.Builds, "*.partial").SelectMany(d => Directory.GetFiles(d, pattern))]
                : [];
        }
        catch (DirectoryNotFoundException)
        {
            return []; // Finished meanwhile.
        }
    }

    private static IEnumerable<string> FilesOfManifest(string build)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(build, "manifest.json")));
        return manifest.RootElement.GetProperty("files").EnumerateObject().Select(f => f.Name).Append("manifest.json").Order(StringComparer.Ordinal).ToList();
    }
}
