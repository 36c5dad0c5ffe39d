using System.Text;
using Plumbline.Custody;
using Plumbline.Pipeline;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

/// <summary>What happens to files in an investigation: no unit is counted twice for sure, no decision is lost.</summary>
public sealed class IdentityInPracticeTests
{
    private const string Counted = "SELECT unit_id FROM rulings WHERE outcome = 'fine'";

    [Fact]
    public void A_second_reading_by_ocr_is_one_unit_once_judged_and_has_the_decisions_of_the_first()
    {
        using var given = DecidedCase.New();
        given.Give("scan.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        given.Decide(given.Unit("scan.txt"), "outcome", "fine");
        given.Give("scan-again.txt", DecidedCase.Ruling(1, "штрафа").Replace("5-1/2022", "5-l/2O22", StringComparison.Ordinal).Replace("районного", "райоиного", StringComparison.Ordinal));
        given.Build();
        using (var built = BuiltCase.Open(given.Folder))
        {
            var pair = Assert.Single(built.Duplicates(null, 5).Pairs);
            new UnitJudging(given.Folder, new JournalOptions { Who = "coder-test" }).Judge(pair.A.Value, pair.B.Value, Sameness.Same, "anna", "second OCR");
        }

        given.Build();
        Assert.Equal((1, 1), Ends(given));
        Assert.Equal("fine | stated | true", given.Stands(given.Query("SELECT unit_id FROM rulings")[0], "outcome"));
        Assert.Empty(given.ProblemCodes());
    }

    [Fact]
    public void One_ruling_in_three_files_counts_once_and_a_decision_on_any_of_them_stands()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Give("b.txt", DecidedCase.Ruling(1, "штрафа") + "\n");
        given.Give("c.txt", DecidedCase.Ruling(1, "штрафа").ReplaceLineEndings(" "));
        given.Build();
        Assert.Equal(["1"], given.Query("SELECT count(*) FROM rulings"));
        given.Decide(given.Query("SELECT member FROM store.members WHERE file = 'c.txt'")[0], "outcome", "fine");
        given.Build();
        Assert.Equal((1, 1), Ends(given));
    }

    [Fact]
    public void A_judgement_on_a_part_goes_with_its_words_when_the_split_changes()
    {
        const string Codebook = """
            unit: rulings
            of: part
            documents: {files: "*.txt"}
            split: рубеж
            variables:
              outcome:
                type: category
                values: {fine: Fine, arrest: Arrest}
                rules:
                  - value: fine
                    when: наказание w/5 штраф
            """;
        using var given = DecidedCase.New(Codebook);
        given.Give("twenty.txt", string.Join("\n\n", Enumerable.Range(1, 20).Select(i => $"РУБЕЖ\n{DecidedCase.Ruling(i, "штрафа")}{(i == 1 ? "\nНАЧАЛО приложения." : "")}\nКонец {i}.")));
        given.Build();
        Assert.Equal(["20"], given.Query("SELECT count(*) FROM rulings"));
        var members = given.Query("SELECT member FROM store.members ORDER BY place = 'part:20' DESC, place = 'part:3' DESC LIMIT 2");
        new UnitJudging(given.Folder, new JournalOptions { Who = "coder-test" }).Judge(members[0], members[1], Sameness.Same, "anna", "read out twice");
        given.Build();
        Assert.Equal((19, 19), (given.Query("SELECT unit_id FROM rulings").Count, (int)Ends(given).High));

        // The first ruling falls into two, so that each later one has another number.
        given.Codebook("rulings", Codebook.Replace("split: рубеж", "split: рубеж OR начало", StringComparison.Ordinal));
        given.Build();
        Assert.Equal(["21"], given.Query("SELECT count(DISTINCT place) FROM store.members"));
        Assert.Equal(20, given.Query("SELECT unit_id FROM rulings").Count);
        Assert.Empty(given.ProblemCodes());
    }

    [Fact]
    public void The_same_records_in_two_vendors_files_with_other_column_names_are_one_unit_by_their_key()
    {
        using var given = new TestCase();
        given.Codebook("shipments", """
            unit: shipments
            of: row
            documents: {files: "*.csv"}
            key: [declaration, item]
            variables:
              declaration: {type: text, column: [declaration, "№ ДТ"]}
              item: {type: integer, column: [item, Товар]}
              kilos: {type: integer, column: [kilos, Вес]}
            """);
        given.Give("a.csv", "declaration,item,kilos\n10702/1,1,120\n10702/1,2,80\n");
        given.Give("b.csv", "Вес;№ ДТ;Товар\n120;10702/1;1\n81;10702/1;2\n7;10702/9;1\n");
        given.Build();
        Assert.Equal(["120", "7", "∅"], given.Query("SELECT kilos FROM shipments ORDER BY kilos::VARCHAR"));
        Assert.Equal(["disputed"], given.Query("SELECT kilos_status FROM shipments WHERE kilos IS NULL"));
        Assert.Empty(given.Query("SELECT * FROM store.maybe_same"));
    }

    private static (decimal Low, decimal High) Ends(TestCase given) =>
        given.Read(Counted) is var r ? (r.Low!.Value.Number!.Value, r.High!.Value.Number!.Value) : default;
}
