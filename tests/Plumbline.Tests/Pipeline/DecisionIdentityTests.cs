using System.Text;
using Plumbline.Custody;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

/// <summary>Whatever happens to files and codebooks, no decision is lost and none is counted twice.</summary>
public sealed class DecisionIdentityTests
{
    private const string Split = """
        unit: rulings
        of: part
        documents: {files: "*.txt"}
        key: [case_number]
        split: HEADING
        variables:
          case_number:
            type: text
            rules:
              - read: case-number
                pick: first
          outcome:
            type: category
            values: {fine: Fine, arrest: Arrest, warning: Warning}
            rules:
              - value: fine
                when: наказание w/5 штраф
          video: {type: yes/no, silence: no}
        """;

    [Fact]
    public void A_page_fetched_again_with_another_banner_carries_its_decision_once()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        given.Decide(given.Unit("a.txt"), "outcome", "fine");
        given.Give("again.txt", "БАННЕР: сайт переехал\n\n" + DecidedCase.Ruling(1, "штрафа"));
        given.Give("copy.txt", DecidedCase.Ruling(1, "ШТРАФА") + "\n\n");
        given.Build();
        Assert.Equal(["1"], given.Query("SELECT count(*) FROM rulings_codings WHERE coder_kind = 'person'"));
        Assert.Equal(["a.txt | true", "again.txt | false"], given.Query("SELECT file, outcome_settled FROM store.rulings ORDER BY file"));
        // None for sure while nobody has looked at the other page, which may be the same ruling; never three.
        var reading = given.Read("SELECT unit_id FROM rulings WHERE outcome = 'fine'");
        Assert.Equal((0, 2), (reading.Low!.Value.Number, reading.High!.Value.Number));
        given.Decide(given.Unit("again.txt"), "outcome", "fine");
        given.Build();
        reading = given.Read("SELECT unit_id FROM rulings WHERE outcome = 'fine'");
        Assert.Equal((1, 2), (reading.Low!.Value.Number, reading.High!.Value.Number));
        Assert.Empty(given.ProblemCodes());
    }

    [Fact]
    public void A_decision_on_a_copy_belongs_to_the_unit_whichever_was_archived_first()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Give("copy.txt", DecidedCase.Ruling(1, "ШТРАФА") + "\n\n");
        given.Build();
        var alias = given.Query("SELECT member FROM store.members WHERE file = 'copy.txt'")[0];
        var first = given.Decide(alias, "outcome", "fine");
        Assert.Equal(alias, first.Decision.Of.Member.Id.Value);
        given.Decide(given.Unit("a.txt"), "outcome", "fine", "boris");
        given.Build();
        Assert.Equal("fine | stated | true", given.Stands(given.Unit("a.txt"), "outcome"));
        Assert.Equal(["2"], given.Query($"SELECT count(*) FROM rulings_codings WHERE coder_kind = 'person' AND unit_id = '{first.Unit}'"));
    }

    [Fact]
    public void A_corrected_key_moves_no_decision()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Give("b.txt", DecidedCase.Ruling(2, "ареста"));
        given.Build();
        var (a, b) = (given.Unit("a.txt"), given.Unit("b.txt"));
        given.Decide(a, "outcome", "fine");
        given.Decide(a, "case_number", "5-2/2022", quote: "5-1/2022");
        given.Codebook("rulings", DecidedCase.Rulings.Replace("key: [case_number]", "key: [outcome]", StringComparison.Ordinal));
        given.Build();
        Assert.Equal("fine | stated | true", given.Stands(a, "outcome"));
        Assert.Equal("5-2/2022 | stated | true", given.Stands(a, "case_number"));
        Assert.Equal("arrest | stated | false", given.Stands(b, "outcome"));
        Assert.Empty(given.ProblemCodes());
    }

    [Fact]
    public void A_changed_split_keeps_each_decision_with_its_words()
    {
        using var given = DecidedCase.New(Split.Replace("HEADING", "рубеж", StringComparison.Ordinal));
        given.Give("twenty.txt", string.Join("\n\n", Enumerable.Range(1, 6).Select(i => "РУБЕЖ\n" + DecidedCase.Ruling(i, i % 2 == 0 ? "штрафа" : "ареста"))));
        given.Build();
        var before = given.Query("SELECT unit_id, case_number FROM rulings ORDER BY case_number");
        Assert.Equal(6, before.Count);
        foreach (var row in before.Skip(2).Take(3))
        {
            var unit = row.Split(" | ")[0];
            given.Decide(unit, "outcome", "warning", quote: "ПОСТАНОВИЛ: признать виновным");
            given.Decide(unit, "video", "no");
        }

        given.Build();
        var settled = given.Query("SELECT case_number, outcome FROM confirmed.rulings r, (SELECT unit_id AS u, case_number FROM main.rulings) m WHERE unit_id = u AND outcome IS NOT NULL ORDER BY 1".Replace("case_number, outcome FROM", "m.case_number, outcome FROM", StringComparison.Ordinal));
        Assert.Equal(["5-3/2022 | warning", "5-4/2022 | warning", "5-5/2022 | warning"], settled);

        // Another split begins each part at the second heading of a ruling: parts hold other words and other numbers.
        given.Codebook("rulings", Split.Replace("HEADING", "{heading: постановление}", StringComparison.Ordinal));
        given.Build();
        var after = given.Query("SELECT quote, found_by, member FROM rulings_codings WHERE coder_kind = 'person' AND variable = 'outcome' ORDER BY \"start\"");
        Assert.Equal(3, after.Count);
        Assert.Equal(3, given.Query("SELECT DISTINCT unit_id FROM rulings_codings WHERE coder_kind = 'person' AND variable = 'outcome'").Count);
        Assert.Empty(given.Query("""
            SELECT 1 FROM rulings_codings p JOIN rulings_codings r USING (unit_id) WHERE p.coder_kind = 'person' AND p.variable = 'outcome' AND r.variable = 'outcome'
            AND r.coder_kind = 'rule' AND r.evidence = 'text' AND abs(p."start" - r."start") > 300
            """));

        // What has no quote was said of other words than any part is now; its key tells the one part that begins with it, or it waits.
        var counted = given.Query("SELECT 1 FROM rulings_codings WHERE coder_kind = 'person' AND variable = 'video'").Count;
        Assert.Equal(3, counted + given.ProblemCodes().Count(c => c == "REV021"));

        given.Codebook("rulings", Split.Replace("HEADING", "рубеж", StringComparison.Ordinal));
        given.Build();
        Assert.Equal(6, given.Query("SELECT 1 FROM rulings_codings WHERE coder_kind = 'person'").Count);
        Assert.Empty(given.ProblemCodes());
    }

    [Fact]
    public void What_finds_no_unit_is_listed_never_counted_and_can_be_attached()
    {
        using var given = DecidedCase.New(DecidedCase.Rulings.Replace("key: [case_number]", "key: []", StringComparison.Ordinal));
        given.Give(("a.txt", Encoding.UTF8.GetBytes(DecidedCase.Ruling(1, "штрафа"))), ("b.text", Encoding.UTF8.GetBytes(DecidedCase.Ruling(1, "штрафов"))));
        given.Build();
        var entry = given.Decide(given.Unit("a.txt"), "outcome", "fine").Entry;
        given.Codebook("rulings", DecidedCase.Rulings.Replace("\"*.txt\"", "\"*.text\"", StringComparison.Ordinal));
        given.Build();
        Assert.Equal(["REV021"], given.ProblemCodes());
        Assert.Equal("fine | stated | false", given.Stands(given.Unit("b.text"), "outcome"));
        var problem = BuiltCase.Open(given.Folder).Problems.Single(p => p.Code == "REV021");
        Assert.Contains($"plumb attach CASE UNIT {entry.Short}", problem.Try, StringComparison.Ordinal);
        new CaseReview(given.Folder, new JournalOptions()).Attach(given.Unit("b.text"), entry.Short, "clara", "the same ruling");
        given.Build();
        Assert.Empty(given.ProblemCodes());
        Assert.Equal("fine | stated | true", given.Stands(given.Unit("b.text"), "outcome"));
        Assert.Equal(["person"], given.Query("SELECT found_by FROM rulings_codings WHERE coder_kind = 'person'"));
    }

    [Fact]
    public void A_key_that_one_unit_only_has_brings_a_decision_to_it()
    {
        using var given = DecidedCase.New();
        given.Give(("a.txt", Encoding.UTF8.GetBytes(DecidedCase.Ruling(1, "штрафа"))), ("b.text", Encoding.UTF8.GetBytes("Копия. " + DecidedCase.Ruling(1, "штрафа"))));
        given.Build();
        given.Decide(given.Unit("a.txt"), "outcome", "fine");
        given.Codebook("rulings", DecidedCase.Rulings.Replace("\"*.txt\"", "\"*.text\"", StringComparison.Ordinal));
        given.Build();
        Assert.Empty(given.ProblemCodes());
        Assert.Equal("fine | stated | true", given.Stands(given.Unit("b.text"), "outcome"));
        given.Give("c.text", "Ещё одна копия. " + DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        Assert.Equal(["REV021"], given.ProblemCodes());
    }
}
