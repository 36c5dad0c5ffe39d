using System.Text;
using CsCheck;
using Plumbline.Coding.Tokens;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Invented;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Duplicates;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

public sealed class DuplicatesTests
{
    private static readonly Gen<string[]> Words = Gen.Int[0, 300].Select(n => "слово" + n).Array[20, 120];

    [Fact]
    public void Texts_that_share_twelve_words_in_a_row_share_a_mark() => Gen.Select(Words, Words, Words, Gen.Int[0, 1]).Sample((a, b, shared, at) =>
    {
        var run = shared.Take(WordRuns.Words + WordRuns.Window - 1).ToArray();
        var (one, other) = (Runs(at == 0 ? [.. run, .. a] : [.. a, .. run], [.. b, .. run, .. a.Reverse()]));
        return WordRuns.Sketch(one).Intersect(WordRuns.Sketch(other)).Any();
    });

    [Fact]
    public void Shared_words_are_those_of_the_shorter_text_in_runs_of_five()
    {
        var words = Enumerable.Range(0, 40).Select(i => "w" + i).ToArray();
        var (whole, longer) = Runs(words, ["banner", "more", .. words, "end"]);
        Assert.Equal(1, WordRuns.Shared(whole, longer));
        var (half, _) = Runs([.. words.Take(20), .. words.Take(20).Select(w => "x" + w)], words);
        Assert.Equal(0.5, WordRuns.Shared(half, whole));
        Assert.Equal(0, WordRuns.Shared([], whole));
    }

    [Fact]
    public void Marks_that_many_have_say_nothing_and_order_does_not_matter() => Gen.Select(Gen.Int[1, 30].Array[1, 6].Array[2, 20], Gen.Int[0, 1000]).Sample((units, seed) =>
    {
        IReadOnlyList<(int, int, int)> Find(IEnumerable<int> order)
        {
            var rare = new RarePairs();
            foreach (var unit in order)
            {
                rare.Add(unit, units[unit].Distinct().Select(m => (ulong)m));
            }

            return rare.Find(1);
        }

        var order = Enumerable.Range(0, units.Length).ToArray();
        var found = Find(order);
        new Random(seed).Shuffle(order);
        Assert.Equal(found, Find(order));
        var few = units.SelectMany(u => u.Distinct()).GroupBy(m => m).Where(m => m.Count() <= RarePairs.MostUnits).Select(m => m.Key).ToHashSet();
        var expected = Enumerable.Range(0, units.Length).SelectMany(a => Enumerable.Range(a + 1, units.Length - a - 1).Select(b => (A: a, B: b, Shared: units[a].Intersect(units[b]).Count(few.Contains))))
            .Where(p => p.Shared > 0).OrderByDescending(p => p.Shared).ThenBy(p => p.A).ThenBy(p => p.B);
        Assert.Equal(expected, found.Select(p => (p.Item1, p.Item2, p.Item3)));
    });

    [Fact]
    public void Open_merges_come_first_then_what_is_alike_and_judged_pairs_go()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Give("again.txt", "БАННЕР: сайт переехал\n\n" + DecidedCase.Ruling(1, "ареста"));
        given.Give("masked.txt", DecidedCase.Ruling(1, "штрафа").Replace("5-1/2022", "(данные изъяты)", StringComparison.Ordinal));
        given.Give("other.txt", Other);
        given.Build();
        using var built = BuiltCase.Open(given.Folder);
        var report = built.Duplicates(null, 20);
        Assert.Equal((1, 2, false), (report.Open, report.Alike, report.IsCut));
        var first = report.Pairs[0];
        Assert.Equal((DuplicateReason.SameKey, true), (first.Reason, first.Alike > 0.9));
        Assert.Contains(first.Differences, d => d.Variable == "outcome");
        Assert.All(report.Pairs.Skip(1), p => Assert.Equal((DuplicateReason.SameWords, false), (p.Reason, p.KeysDiffer)));
        Assert.DoesNotContain(report.Pairs, p => p.FileA == "other.txt" || p.FileB == "other.txt");
        Assert.Single(built.Duplicates("rulings", 1).Pairs);

        var judging = new UnitJudging(given.Folder, new JournalOptions { Who = "coder-test" });
        judging.Judge(given.Unit("a.txt"), given.Unit("again.txt"), Sameness.Different, "anna", null);
        judging.Judge(given.Unit("a.txt"), given.Unit("masked.txt"), Sameness.Unsure, "anna", "masked");
        report = built.Duplicates(null, 20);
        Assert.Equal((1, 1), (report.Open, report.Alike));
        Assert.Equal((DuplicateReason.Judged, "masked"), (report.Pairs[0].Reason, Assert.Single(report.Pairs[0].Judgements).Judgement.Note));
        Assert.Equal("BLD070", Assert.Throws<UsageException>(() => built.Duplicates("ruling", 20)).Code);
    }

    [Fact]
    public void A_page_read_again_by_ocr_is_found_among_many_of_one_court()
    {
        using var given = DecidedCase.New();
        var random = new Random(7);
        var texts = Enumerable.Range(1, 30).Select(i => Ruling(i, random)).ToList();
        given.Give([.. texts.Select((t, i) => ($"{i}.txt", Encoding.UTF8.GetBytes(t)))]);
        given.Give("ocr.txt", Misread(texts[4], new Random(11)));
        given.Build();
        using var built = BuiltCase.Open(given.Folder);
        var pair = built.Duplicates("rulings", 1).Pairs[0];
        Assert.Equal(["4.txt", "ocr.txt"], new[] { pair.FileA, pair.FileB }.Order());
    }

    [Fact]
    public void Of_many_rulings_from_few_forms_only_copies_are_listed()
    {
        using var given = DecidedCase.New(DecidedCase.Rulings.Replace("key: [case_number]", "key: []", StringComparison.Ordinal));
        var rulings = InventedRulings.Make(11, 300, new InventedOptions { HtmlShare = 0, DuplicateShare = 0.03 }).ToList();
        given.Give([.. rulings.Select(r => (r.FileName, r.Bytes))]);
        var (random, copies) = (new Random(3), new HashSet<(string, string)>());
        foreach (var ruling in rulings.Where(r => r.Truth.SameAs is null).Take(12))
        {
            given.Give("copy-" + ruling.FileName, Misread(Encoding.UTF8.GetString(ruling.Bytes), random));
            copies.Add((ruling.FileName, "copy-" + ruling.FileName));
        }

        given.Build();
        using var built = BuiltCase.Open(given.Folder);
        var pairs = built.Duplicates("rulings", 1000).Pairs.Select(p => string.CompareOrdinal(p.FileA, p.FileB) < 0 ? (p.FileB, p.FileA) : (p.FileA, p.FileB)).ToHashSet();
        Assert.Superset(copies, pairs);
        string Ruling(string file) => rulings.Find(r => file.EndsWith(r.FileName, StringComparison.Ordinal)) is { Truth.SameAs: { } same } ? rulings[same].FileName : file.Replace("copy-", "", StringComparison.Ordinal);
        Assert.All(pairs, p => Assert.Equal(Ruling(p.Item1), Ruling(p.Item2)));
    }

    [Theory]
    [InlineData("звездиной", "звезднной", true)]
    [InlineData("звездиной", "эвезднной", true)]
    [InlineData("звездиной", "войтях", false)]
    [InlineData("судья", "судьи", true)]
    [InlineData("иванов", "петров", false)]
    public void Near_is_what_a_misread_letter_or_two_makes_equal(string a, string b, bool isNear) => Assert.Equal((isNear, isNear), (OwnWords.IsNear(a, b), OwnWords.IsNear(b, a)));

    [Fact]
    public void Real_rulings_are_found_again_misread_masked_cut_and_with_a_banner_and_little_else_is_listed()
    {
        var texts = Directory.GetFiles(Corpus.Path("rally-rulings", "texts"), "*.txt").Order(StringComparer.Ordinal).Select(f => (Name: Path.GetFileName(f), Text: File.ReadAllText(f))).ToList();
        using var given = DecidedCase.New(DecidedCase.Rulings.Replace("key: [case_number]", "key: []", StringComparison.Ordinal));
        given.Give([.. texts.Select(t => (t.Name, Encoding.UTF8.GetBytes(t.Text)))]);
        var random = new Random(5);
        Func<string, string>[] ways =
        [
            t => Misread(t, random), t => "Сайт суда переехал, телефон 8 800 555 35 35, обновлено 01.02.2024\n" + t, t => t[..(t.Length * 7 / 10)],
            t => System.Text.RegularExpressions.Regex.Replace(t, @"\b[А-Я][а-я]+ [А-Я]\.\s?[А-Я]\.", "ФИО1"),
        ];
        var copies = texts.Where((_, i) => i % 4 == 0).Select((t, i) => ($"copy-{t.Name}", Encoding.UTF8.GetBytes(ways[i % ways.Length](t.Text)))).ToArray();
        given.Give(copies);
        given.Build();
        using var built = BuiltCase.Open(given.Folder);
        var pairs = built.Duplicates("rulings", 1000).Pairs;
        string Plain(string file) => file.Replace("copy-", "", StringComparison.Ordinal);
        var found = pairs.Where(p => Plain(p.FileA) == Plain(p.FileB)).Select(p => Plain(p.FileA)).ToHashSet();
        var others = pairs.Where(p => Plain(p.FileA) == p.FileA && Plain(p.FileB) == p.FileB).ToList();
        var missed = copies.Count(c => !found.Contains(Plain(c.Item1)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{found.Count} of {copies.Length} copies found; {others.Count} other pairs of the {texts.Count}, least {others.Min(o => o.Alike):0.00}");
        Assert.True(missed <= copies.Length / 20, $"{missed} missed");
        Assert.All(others, o => Assert.True(o.Alike > 0.8, $"{o}")); // Not as all rulings of one court are.
    }

    [Fact]
    public void The_same_records_in_two_tables_without_a_key_are_shown_to_be_judged()
    {
        using var given = new TestCase();
        given.Codebook("shipments", """
            unit: shipments
            of: row
            documents: {files: "*.csv"}
            variables:
              sent: {type: date, column: [sent, Дата]}
              goods: {type: text, column: [goods, Товар]}
              kilos: {type: integer, column: [kilos, Вес]}
            """);
        given.Give("a.csv", "sent,goods,kilos\n2022-03-04,cameras,120\n2022-03-05,servers,77\n2022-03-04,cameras,55\n");
        given.Give("b.csv", "Вес;Товар;Дата\n120;cameras;2022-03-04\n80;servers;2022-03-05\n13;lenses;2022-03-09\n");
        given.Build();
        using var built = BuiltCase.Open(given.Folder);
        var report = built.Duplicates("shipments", 20);
        Assert.Equal((DuplicateReason.SameRecord, 1d), (report.Pairs[0].Reason, report.Pairs[0].Alike));
        Assert.Equal(["77", "80"], Assert.Single(report.Pairs, p => p.Differences is [{ Variable: "kilos" } d] && (d.A == "77" || d.B == "77")).Differences.SelectMany(d => new[] { d.A, d.B }).Order());
        Assert.All(report.Pairs, p => Assert.NotEqual(p.FileA, p.FileB));
        new UnitJudging(given.Folder, new JournalOptions { Who = "coder-test" }).Judge(report.Pairs[0].A.Value, report.Pairs[0].B.Value, Sameness.Same, "anna", null);
        given.Build();
        Assert.Equal(["5"], given.Query("SELECT count(*) FROM shipments"));
    }

    private const string Other = """
        Дело № 12-77/2021

        Определение о возвращении жалобы. Заявитель пропустил срок обжалования и не просил его восстановить, поэтому жалоба
        возвращается без рассмотрения по существу со всеми приложениями; заявитель вправе подать её снова с ходатайством.
        """;

    /// <summary>Rulings of one court: most words are the same, names and days are not.</summary>
    private static string Ruling(int number, Random random) => $"""
        Дело № 5-{number}/2022

        ПОСТАНОВЛЕНИЕ

        12 июня 2022 года город Выдуманск. Судья Выдуманского районного суда рассмотрел дело об административном правонарушении,
        предусмотренном частью 5 статьи 20.2 КоАП РФ, в отношении {Name(random)} {Name(random)} {Name(random)}, проживающего по адресу: улица {Name(random)}, дом
        {random.Next(1, 300)}, квартира {random.Next(1, 300)}, который {random.Next(1, 28)} мая 2022 года в {random.Next(8, 22)} часов участвовал в собрании у станции метро {Name(random)} вместе с {Name(random)}
        и держал плакат со словами {Name(random)} {Name(random)} {Name(random)} {Name(random)} {Name(random)}, чем нарушил порядок проведения публичного мероприятия.

        ПОСТАНОВИЛ: признать виновным и назначить административное наказание в виде штрафа.
        """;

    private static string Name(Random random) => string.Concat(Enumerable.Range(0, 7).Select(_ => (char)('а' + random.Next(0, 32))));

    /// <summary>A second reading: every thirtieth letter or so is another one.</summary>
    private static string Misread(string text, Random random) =>
        string.Concat(text.Select(c => char.IsLetter(c) && random.Next(60) == 0 ? (char)('а' + random.Next(0, 32)) : c));

    private static (List<ulong> One, List<ulong> Other) Runs(string[] one, string[] other)
    {
        var (document, vocabulary) = TextTokens.Of(string.Join(' ', one));
        var (second, more) = TextTokens.Of(string.Join(' ', other));
        return (new WordRuns(vocabulary).All(document.Forms), new WordRuns(more).All(second.Forms));
    }
}
