using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

public sealed class SourceTermsTests
{
    private const string Sources = """
        clerk: {terms: not-for-publication, until: 2026-12-31, pseudonym: Клерк}
        aide: {terms: background, pseudonym: Помощник}
        court: {kind: body}
        """;

    [Fact]
    public void A_document_is_shown_by_the_strictest_terms_of_who_gave_it()
    {
        using var given = Case();
        var terms = At(given, 2026, 12, 31);
        Assert.Equal((true, SourceTerms.Confidential), Shown("a", terms));
        Assert.Equal((true, SourceTerms.Confidential), Shown("ab", terms));
        Assert.Equal((false, SourceTerms.OnBackground), Shown("b", terms));
        Assert.Equal((false, "court"), Shown("c", terms));
        Assert.Equal((false, null), Shown("d", terms));
        Assert.Equal(2, terms.Hidden.Count());
    }

    [Fact]
    public void An_embargo_ends_in_the_time_zone_of_the_case()
    {
        using var given = Case();
        Assert.True(At(given, 2026, 12, 31, 20).HidesAny);
        Assert.False(At(given, 2026, 12, 31, 21).HidesAny);
        Assert.Equal((false, "Клерк"), Shown("a", At(given, 2027, 1, 1)));
        Assert.Equal((false, SourceTerms.OnBackground), Shown("ab", At(given, 2027, 1, 1)));
    }

    [Fact]
    public void Who_asks_for_it_is_shown_all_and_told_of_whom()
    {
        using var given = Case();
        var terms = SourceTerms.Read(given.Folder, new Clock(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), showConfidential: true);
        Assert.Equal((false, "Клерк"), Shown("a", terms));
        Assert.Equal((false, "Помощник"), Shown("b", terms));
        Assert.Empty(terms.Hidden);
    }

    [Fact]
    public void Evidence_not_for_publication_backs_a_figure_and_shows_nothing_of_itself()
    {
        using var given = DecidedCase.New();
        given.GiveFrom("clerk", "hidden.txt", DecidedCase.Ruling(1, "штрафа"));
        given.GiveFrom("court", "open.txt", DecidedCase.Ruling(2, "штрафа"));
        File.WriteAllText(given.Folder.SourcesYaml, Sources);
        given.Build();
        var hidden = given.Unit("hidden.txt");
        File.WriteAllText(given.Folder.ClaimsYaml, """
            fined:
              sql: SELECT unit_id FROM rulings WHERE outcome = 'fine'
            said:
              quote: {document: hidden.txt, exact: "12 июня 2022 года"}
            """);
        Directory.CreateDirectory(given.Folder.Drafts);
        File.WriteAllText(Path.Combine(given.Folder.Drafts, "a.md"), "[Two](claim:fined) were fined on [12 June 2022](claim:said).\n");
        using var built = BuiltCase.Open(given.Folder);
        using var reader = new TablesProcess(built.TablesPath, TestCase.Hidden("sql-worker"));
        CheckReport Check(bool ask) => CaseCheck.Check(given.Folder, built, [], reader, new CheckOptions { ShowConfidential = ask, Clock = new Clock(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) });

        var report = Check(ask: false);
        Assert.Equal((2m, 1, 1), (report.Claims[0].High, report.Claims[0].Confidential, report.Claims[0].Evidence.Count));
        Assert.Equal(Verdict.Holds, report.Claims[1].Verdict);
        var json = System.Text.Encoding.UTF8.GetString(CheckJson.Write(report));
        Assert.All([hidden, "hidden.txt", given.Query("SELECT document FROM rulings WHERE file = 'hidden.txt'")[0], "Клерк"], secret => Assert.DoesNotContain(secret, json, StringComparison.Ordinal));
        Assert.Contains(hidden, System.Text.Encoding.UTF8.GetString(CheckJson.Write(Check(ask: true))), StringComparison.Ordinal);

        string Marked(bool ask)
        {
            var path = Path.Combine(given.Folder.Root, $"marked-{ask}.md");
            Assert.Equal(2, CaseDraft.Open(given.Folder, []).Annotate(path, Check(ask)));
            return File.ReadAllText(path);
        }

        var marked = Marked(ask: false);
        Assert.Contains("Evidence", marked, StringComparison.Ordinal);
        Assert.All([hidden, "hidden", "Клерк"], secret => Assert.DoesNotContain(secret, marked, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_unit_in_two_documents_only_the_words_of_the_hidden_one_are_withheld()
    {
        var (open, hidden) = (DocumentId.Of("c"u8).Hex, DocumentId.Of("a"u8).Hex);
        using var given = Case();
        var (rows, left) = ShownEvidence.Of(At(given, 2026, 1, 1),
        [
            new EvidenceRow("u1", "c.txt", open, true, null,
            [
                new EvidenceCell("outcome", "fine", "stated", "text") { Document = hidden, Quote = "secret", Page = 3 },
                new EvidenceCell("outcome", "fine", "stated", "text") { Document = open, Quote = "open" },
            ]),
            new EvidenceRow("u2", "a.txt", hidden, true, null, []),
        ]);
        Assert.Equal((1, 1), (rows.Count, left));
        Assert.Equal([(null, true, null), ("open", false, open)], rows[0].Cells.Select(c => (c.Quote, c.IsWithheld, c.Document)));
    }

    [Fact]
    public void Rows_that_leave_the_machine_stand_on_nothing_hidden_and_text_of_nowhere_is_refused()
    {
        using var given = DecidedCase.New();
        given.GiveFrom("clerk", "hidden.txt", DecidedCase.Ruling(1, "штрафа"));
        given.GiveFrom("court", "open.txt", DecidedCase.Ruling(2, "штрафа"));
        File.WriteAllText(given.Folder.SourcesYaml, Sources);
        given.Build();
        using var built = BuiltCase.Open(given.Folder);
        using var reader = new TablesProcess(built.TablesPath, TestCase.Hidden("sql-worker"));
        var terms = At(given, 2026, 1, 1);
        foreach (var sql in new[] { "SELECT * FROM rulings", "SELECT unit_id, quote FROM rulings_codings WHERE variable = 'outcome'" })
        {
            var rows = OutgoingRows.Of(built, terms, reader.Query(sql, new QueryLimits(), TestContext.Current.CancellationToken));
            Assert.Single(rows.Rows.Rows);
            Assert.Equal(1, rows.Confidential);
        }

        Assert.Equal("BLD020", Assert.Throws<UsageException>(() => OutgoingRows.Of(built, terms, reader.Query("SELECT quote FROM rulings_codings", new QueryLimits(), TestContext.Current.CancellationToken))).Code);
        Assert.Single(OutgoingRows.Of(built, terms, reader.Query("SELECT outcome, count(*) FROM rulings GROUP BY ALL", new QueryLimits(), TestContext.Current.CancellationToken)).Rows.Rows);
    }

    private static (bool, string?) Shown(string text, SourceTerms terms) => terms.Shown(DocumentId.Of(System.Text.Encoding.UTF8.GetBytes(text))) is var s ? (s.IsHidden, s.Credit) : default;

    private static SourceTerms At(TestCase given, int year, int month, int day, int hour = 12) =>
        SourceTerms.Read(given.Folder, new Clock(new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.Zero)));

    private static TestCase Case()
    {
        var given = new TestCase();
        File.WriteAllText(given.Folder.CaseYaml, "time_zone: Europe/Moscow\n");
        File.WriteAllText(given.Folder.SourcesYaml, Sources);
        given.GiveFrom("clerk", "a.txt", "a");
        given.GiveFrom("clerk", "ab.txt", "ab");
        given.GiveFrom("aide", "ab.txt", "ab");
        given.GiveFrom("aide", "b.txt", "b");
        given.GiveFrom("court", "c.txt", "c");
        given.Give("d.txt", "d");
        return given;
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
