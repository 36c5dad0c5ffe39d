using Plumbline.Coding;
using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Queries;
using Plumbline.Evidence;

namespace Plumbline.Bench.Previews;

/// <summary>Rules of every kind of the template <c>rulings-ru</c>, and queries that are to become rules.</summary>
internal static class PreviewedRules
{
    private static readonly (string Name, string Kind)[] Named =
    [
        ("video_evidence/yes", "many words, a section, unless near"),
        ("police_report/yes", "a common word in a section"),
        ("outcome/fine", "order and distance in a section"),
        ("outcome/terminated", "order and distance, common words"),
        ("outcome/arrest", "unless in the same sentence"),
        ("admits/yes", "several queries, unless near"),
        ("facial_recognition/identified-by", "terms in terms, many unless"),
        ("facial_recognition/unclear", "the same, rare words"),
        ("decided_on/date", "a reader near a word"),
        ("decided_on/date#2", "a reader over a section"),
        ("fine_rub/money", "a reader behind a word in a section"),
        ("provisions/statute", "a reader, several values"),
    ];

    private static readonly (string Query, string Section, string Kind)[] Asked =
    [
        ("рапорт w/s протокол", "", "a query without a section"),
        ("рапорт w/s протокол", "evidence", "a query in a learned section"),
        ("section:operative (назначить pre/25 штраф)", "", "a query that asks for a section"),
        ("NOT видеозапись", "", "what is not there"),
        ("судья OR суд OR дело", "", "words of every text"),
        ("*видео*", "", "letters within words"),
        ("невиданное", "", "no text"),
    ];

    /// <summary>All, with what is shown of each.</summary>
    public static IReadOnlyList<(string Shown, string Kind, CodingRule Rule, Variable Variable)> Of(Codebook codebook)
    {
        var all = codebook.Parts.Variables.SelectMany(v => v.Rules.Select(r => (Rule: r, v.Variable))).ToDictionary(r => r.Rule.Name, StringComparer.Ordinal);
        return
        [
            .. Named.Where(n => all.ContainsKey(n.Name)).Select(n => (n.Name, n.Kind, all[n.Name].Rule, all[n.Name].Variable)),
            .. Asked.Select(a => (a.Section.Length > 0 ? $"{a.Query}, in {a.Section}" : a.Query, a.Kind, RuleOf(a.Query, a.Section, codebook), new Variable { Name = "", Type = VariableType.YesNo })),
        ];
    }

    private static CodingRule RuleOf(string query, string section, Codebook codebook)
    {
        var problems = new List<Problem>();
        var parsed = Query.Parse(query, new QueryOrigin(), problems, codebook.Sections) ?? throw new InvalidOperationException(problems[0].Sentence);
        return new CodingRule { Name = query, Version = "", Queries = [parsed], In = section.Length > 0 ? [section] : [], Value = CodedValue.YesNo(true) };
    }
}
