using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Tables;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

/// <summary>What tests of people's decisions share: a codebook of short rulings, deciding, and reading claims.</summary>
internal static class DecidedCase
{
    public const string Rulings = """
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
            values: {fine: Fine, arrest: Arrest, warning: Warning}
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

    public static TestCase New(string codebook = Rulings, string settles = "one")
    {
        var given = new TestCase();
        File.WriteAllText(given.Folder.CaseYaml, $"title: Test\nsettles: {settles}\n");
        given.Codebook("rulings", codebook);
        return given;
    }

    public static string Ruling(int number, string operative) => $"""
        Дело № 5-{number}/2022

        ПОСТАНОВЛЕНИЕ

        12 июня 2022 года город Выдуманск. Судья Выдуманского районного суда рассмотрел дело об административном правонарушении,
        предусмотренном частью 5 статьи 20.2 КоАП РФ, в отношении гражданина, который участвовал в собрании у станции метро.

        ПОСТАНОВИЛ: признать виновным и назначить административное наказание в виде {operative}.
        """;

    /// <summary>Codes, with what is missing filled in: a quote where the machine has another value, the reading of the whole for silence.</summary>
    public static DecisionReceipt Decide(
        this TestCase given, string unit, string variable, string value, string coder = "anna", string? quote = null, Status status = Status.Stated,
        ShownBefore? shown = null, DecisionAct act = DecisionAct.Coding, bool readWhole = true, string? note = null, string who = "coder-test") =>
        new CaseReview(given.Folder, new JournalOptions { Who = who }).Decide(new DecisionRequest
        {
            Unit = unit,
            Variable = variable,
            Values = value.Length == 0 ? [] : value.Split('|'),
            Coder = coder,
            Quotes = quote is null ? [] : [quote],
            Status = status,
            ReadWhole = readWhole,
            Shown = shown,
            Act = act,
            Note = note,
        });

    public static string Unit(this TestCase given, string file) => given.Query($"SELECT unit_id FROM rulings WHERE file = '{file}'")[0];

    /// <summary>Value, status and whether it is settled.</summary>
    public static string Stands(this TestCase given, string unit, string variable) =>
        given.Query($"SELECT {variable}, {variable}_status, {variable}_settled FROM store.rulings WHERE unit_id = '{unit}'").Single();

    public static IReadOnlyList<string> Possible(this TestCase given, string unit, string variable) =>
        given.Query($"SELECT value FROM store.rulings_alternatives WHERE unit_id = '{unit}' AND variable = '{variable}' ORDER BY value");

    public static ClaimReading Read(this TestCase given, string sql)
    {
        using var built = BuiltCase.Open(given.Folder);
        using var connection = TablesFile.Open(built.TablesPath, readOnly: true);
        var reading = new ClaimRunner(connection, TablesSchema.Load(connection)).Read(new ClaimQuery("test", sql, Measure.Count));
        Assert.Empty(reading.Problems);
        return reading;
    }

    public static IReadOnlyList<string> ProblemCodes(this TestCase given)
    {
        using var built = BuiltCase.Open(given.Folder);
        return [.. built.Problems.Where(p => p.Code.StartsWith("REV", StringComparison.Ordinal)).Select(p => p.Code).Order(StringComparer.Ordinal)];
    }
}
