using System.Text;
using CsCheck;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

public sealed class CaseBuildTests
{
    private const string Rulings = """
        unit: rulings
        of: document
        documents: {files: "*.txt"}
        key: [case_number]
        variables:
          case_number:
            type: text
            rules:
              - read: case-number
                pick: first
          outcome:
            type: category
            values: {fine: Fine, arrest: Arrest}
            rules:
              - value: fine
                when: наказание w/5 штраф
              - value: arrest
                when: арест
          video:
            type: yes/no
            silence: no
            rules:
              - value: yes
                when: видеозапись
        """;

    private const string Events = """
        unit: events
        of: row
        documents: {files: "*.csv"}
        key: [number]
        variables:
          number: {type: text, column: No}
          day: {type: date, column: day}
          detained: {type: integer, column: detained}
        """;

    [Fact]
    public void Every_cell_of_the_tables_has_a_coding_that_says_where_it_stands()
    {
        using var given = Case();
        given.Give("решение 1.txt", Ruling(1, "административное наказание в виде штрафа. Просмотрена видеозапись"));
        given.Give("list.csv", "No,day,detained\nA-1,2022-06-12,7\nA-2,,3\n");
        var report = given.Build();
        Assert.Equal(1, report.Units["rulings"]);
        Assert.Equal(2, report.Units["events"]);
        Assert.Equal(["5-1/2022 | fine | yes | stated"], given.Query("SELECT case_number, outcome, video, video_status FROM rulings"));
        Assert.Equal(["A-1 | 2022-06-12 | 7", "A-2 | ∅ | 3"], given.Query("SELECT number, day, detained FROM confirmed.events ORDER BY number"));
        Assert.Equal(["∅"], given.Query("SELECT outcome FROM confirmed.rulings"));
        Assert.Equal(["штрафа"], given.Query("SELECT substr(quote, length(quote) - 5) FROM rulings_codings WHERE variable = 'outcome'"));
        Assert.Empty(given.Query("SELECT unit_id FROM rulings WHERE unit_id NOT IN (SELECT unit_id FROM rulings_codings WHERE variable = 'video')"));
    }

    [Fact]
    public void Silence_is_a_coding_with_the_search_that_found_nothing()
    {
        using var given = Case();
        given.Give("a.txt", Ruling(1, "административное наказание в виде штрафа"));
        given.Build();
        Assert.Equal(["no | silence | 1"], given.Query("SELECT value, evidence, len(searched) FROM rulings_codings WHERE variable = 'video'"));
    }

    [Fact]
    public void A_build_with_nothing_to_do_says_so_and_changes_nothing()
    {
        using var given = Case();
        given.Give("a.txt", Ruling(1, "арест"));
        var first = given.Build();
        var second = given.Build();
        Assert.True(second.NothingToDo);
        Assert.Equal((first.Id, first.Digest), (second.Id, second.Digest));
    }

    [Fact]
    public void A_changed_rule_codes_its_own_variable_again_and_nothing_else()
    {
        using var given = Case();
        given.Give([.. Enumerable.Range(1, 20).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes(Ruling(i, "арест"))))]);
        given.Build();
        given.Codebook("rulings", Rulings.Replace("when: арест", "when: ареста OR арест", StringComparison.Ordinal));
        var report = given.Build();
        Assert.Equal((0, 20), (report.Stages[0].Done, report.Stages[0].Reused));
        Assert.Equal((20, 40), (report.Stages[1].Done, report.Stages[1].Reused));
    }

    [Fact]
    public void Tables_in_which_one_variable_was_replaced_are_those_of_a_clean_build()
    {
        string[] all =
        [
            "SELECT * FROM rulings ORDER BY ALL", "SELECT * FROM confirmed.rulings ORDER BY ALL", "SELECT * FROM events ORDER BY ALL",
            "SELECT * FROM rulings_codings ORDER BY ALL", "SELECT * FROM events_codings ORDER BY ALL", "SELECT * FROM store.rulings_alternatives ORDER BY ALL",
            "SELECT * FROM store.variables ORDER BY ALL", "SELECT kind, name, version, definition FROM store.coders ORDER BY ALL", "SELECT * EXCLUDE (search) FROM store.searches ORDER BY ALL",
        ];
        using var given = Case();
        given.Give([.. Enumerable.Range(1, 12).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes(Ruling(i, "арест на срок"))))]);
        given.Give("copy.txt", Ruling(3, "арест на срок") + "\n");
        given.Give("same key.txt", Ruling(4, "административное наказание в виде штрафа"));
        given.Give("list.csv", "No,day,detained\nA-1,2022-06-12,7\n");
        given.Build();
        foreach (var rule in (string[])["when: арестант", "when: арест w/3 срок", "when: NOT видеозапись"])
        {
            given.Codebook("rulings", Rulings.Replace("when: арест", rule, StringComparison.Ordinal));
            var update = given.Build();
            Assert.Equal((0, 14L), (update.Stages[2].Done, update.Stages[2].Reused));
            var replaced = all.Select(given.Query).ToList();
            Assert.Equal(update.Digest, given.Build(clean: true).Digest);
            Assert.Equal(replaced, all.Select(given.Query));
        }
    }

    [Fact]
    public void Tables_that_were_changed_from_outside_are_made_anew()
    {
        using var given = Case();
        given.Give("a.txt", Ruling(1, "арест"));
        given.Build();
        using (var built = BuiltCase.Open(given.Folder))
        {
            using var file = File.OpenWrite(built.TablesPath);
            file.Seek(-1, SeekOrigin.End);
            file.WriteByte(1);
        }

        given.Codebook("rulings", Rulings.Replace("when: арест", "when: ареста", StringComparison.Ordinal));
        Assert.Equal((1, 0), (given.Build().Stages[2].Done, given.Build().Stages[2].Done));
    }

    [Fact]
    public void A_new_file_is_read_and_the_others_are_not()
    {
        using var given = Case();
        given.Give("a.txt", Ruling(1, "арест"));
        given.Build();
        given.Give("b.txt", Ruling(2, "арест"));
        var report = given.Build();
        Assert.Equal((1, 1), (report.Stages[0].Done, report.Stages[0].Reused));
        Assert.Equal(2, report.Units["rulings"]);
    }

    [Fact]
    public void The_same_text_in_two_files_is_one_unit_and_a_read_key_only_makes_it_possible()
    {
        using var given = Case();
        given.Give("a.txt", Ruling(1, "арест"));
        given.Give("copy.txt", "  " + Ruling(1, "АРЕСТ").ReplaceLineEndings("\r\n"));
        given.Give("other.txt", Ruling(1, "штрафа нет, арест назначен судом"));
        var report = given.Build();
        Assert.Equal(2, report.Units["rulings"]);
        Assert.Equal(["2"], given.Query("SELECT count(*) FROM store.maybe_same"));
        Assert.Equal(["2"], given.Query("SELECT count(*) FROM store.members WHERE unit_id = (SELECT unit_id FROM rulings WHERE file = 'a.txt')"));
    }

    [Fact]
    public void Rows_with_the_same_own_key_are_one_unit_and_a_disagreement_is_disputed()
    {
        using var given = Case();
        given.Give("a.csv", "No,day,detained\nA-1,2022-06-12,7\n");
        given.Give("b.csv", "No,day,detained\nA-1,2022-06-12,9\nA-3,2022-06-13,1\n");
        given.Build();
        Assert.Equal(["A-1 | 2022-06-12 | ∅ | disputed", "A-3 | 2022-06-13 | 1 | stated"], given.Query("SELECT number, day, detained, detained_status FROM events ORDER BY number"));
        Assert.Equal(["7", "9"], given.Query("SELECT value FROM store.events_alternatives WHERE variable = 'detained' ORDER BY value"));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_problem_and_costs_itself_alone()
    {
        using var given = Case();
        given.Give(("broken.txt", [0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37, 0, 1, 2]), ("a.txt", Encoding.UTF8.GetBytes(Ruling(1, "арест"))));
        var report = given.Build();
        Assert.Equal(1, report.Units["rulings"]);
        using var built = BuiltCase.Open(given.Folder);
        Assert.Equal("broken.txt", Assert.Single(built.Problems, p => p.Severity == Severity.Error).Place.File);
    }

    [Fact]
    public void Faults_of_all_codebooks_are_told_at_once_and_the_build_in_use_stays()
    {
        using var given = Case();
        given.Give("a.txt", Ruling(1, "арест"));
        var first = given.Build();
        given.Codebook("rulings", "unit: rulings\nvariables:\n  a: {type: txt}\n  b: {type: date, rulez: []}\n");
        var e = Assert.Throws<UsageException>(() => given.Build());
        Assert.True(e.Problems.Count >= 2);
        Assert.Equal(first.Id, BuiltCase.Open(given.Folder).Id);
    }

    [Fact]
    public void A_unit_is_shown_by_an_alias_and_by_the_start_of_its_id()
    {
        using var given = Case();
        given.Give("a.txt", Ruling(1, "арест"));
        given.Give("copy.txt", Ruling(1, "арест") + "\n");
        given.Build();
        using var built = BuiltCase.Open(given.Folder);
        var members = given.Query("SELECT member FROM store.members ORDER BY rank");
        var shown = built.Show(members[1][..8], "outcome");
        Assert.Equal(members[0], shown.Id);
        var coding = shown.Variables.Single().Codings[0];
        Assert.Contains("арест", coding.Before + coding.Quote + coding.After, StringComparison.Ordinal);
        Assert.Throws<UsageException>(() => built.Show(members[0], "outcom"));
        Assert.Throws<UsageException>(() => built.Show("zzzzzzzz", null));
    }

    [Fact]
    public void Any_way_that_leads_to_a_case_gives_the_digest_of_a_clean_build() => Gen.Int[0, 5].Array[3, 8].Sample(
        edits =>
        {
            using var given = Case();
            given.Give("0.txt", Ruling(0, "арест"));
            var number = 0;
            foreach (var edit in edits)
            {
                Edit(given, edit, ++number);
                given.Build(workers: 1 + (number % 2));
            }

            var way = given.Build();
            return way.Digest == given.Build(clean: true).Digest;
        },
        iter: 6);

    private static void Edit(TestCase given, int edit, int number)
    {
        switch (edit)
        {
            case 0:
                given.Give($"{number}.txt", Ruling(number, "административное наказание в виде штрафа"));
                break;
            case 1:
                given.Give($"{number}.txt", Ruling(number / 2, "арест"));
                break;
            case 2:
                given.Give($"{number}.csv", $"No,day,detained\nA-{number % 3},2022-06-1{number % 10},{number}\n");
                break;
            case 3:
                given.Codebook("rulings", Rulings.Replace("when: арест", $"when: арест OR w{number}", StringComparison.Ordinal));
                break;
            case 4:
                given.Codebook("rulings", Rulings.Replace("key: [case_number]", "key: [case_number, outcome]", StringComparison.Ordinal));
                break;
            default:
                given.Codebook("rulings", Rulings + "\n  extra:\n    type: text\n");
                break;
        }
    }

    private static TestCase Case()
    {
        var given = new TestCase();
        given.Codebook("rulings", Rulings);
        given.Codebook("events", Events);
        return given;
    }

    private static string Ruling(int number, string operative) => $"""
        Дело № 5-{number}/2022

        ПОСТАНОВЛЕНИЕ

        12 июня 2022 года город Выдуманск. Судья Выдуманского районного суда рассмотрел дело об административном правонарушении,
        предусмотренном частью 5 статьи 20.2 КоАП РФ, в отношении гражданина, который участвовал в собрании у станции метро.

        ПОСТАНОВИЛ: признать виновным и назначить {operative}.
        """;
}
