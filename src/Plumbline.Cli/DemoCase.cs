using Plumbline.Cases;
using Plumbline.Invented;

namespace Plumbline.Cli;

/// <summary>
/// The case of the demo: invented rulings, an invented list of detentions, claims, and a draft in which one figure is wrong
/// on purpose. All of it is the same each time.
/// </summary>
internal static class DemoCase
{
    /// <summary>Number of rulings.</summary>
    public const int Rulings = 2400;

    /// <summary>The claim whose figure is wrong.</summary>
    public const string WrongClaim = "recognised";

    private const int Detentions = 300;

    private const long Seed = 20120506;

    /// <summary>The template of rulings, with the demo's claims and draft.</summary>
    public static CaseTemplate Template
    {
        get
        {
            var rulings = CaseTemplates.Find("rulings-ru");
            string[] own = ["case.yaml", "claims.yaml", "drafts/draft.md", "codebooks/replies.yaml"];
            return new CaseTemplate("demo",
            [
                .. rulings.Files.Where(f => !own.Contains(f.Path)),
                new TemplateFile("case.yaml", CaseYaml),
                new TemplateFile("claims.yaml", Claims),
                new TemplateFile("codebooks/detentions.yaml", DetentionsCodebook),
                new TemplateFile("drafts/draft.md", Draft),
            ]);
        }
    }

    /// <summary>Writes the files as they would have come: rulings one a file, and the list.</summary>
    public static void WriteFiles(string folder, int rulings, CancellationToken stop)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "rulings")).FullName;
        foreach (var ruling in InventedRulings.Make(Seed, rulings))
        {
            stop.ThrowIfCancellationRequested();
            File.WriteAllBytes(Path.Combine(target, ruling.FileName), ruling.Bytes);
        }

        File.WriteAllBytes(Path.Combine(folder, "detentions.csv"), InventedDetentions.Csv(InventedDetentions.Make(Seed, Detentions)));
    }

    private const string CaseYaml = """
        # yaml-language-server: $schema=schemas/case.schema.json
        title: Demo. Every ruling, town and person in it is invented.
        languages: [en, ru]
        time_zone: Europe/Moscow
        invented: true
        """ + "\n";

    private const string DetentionsCodebook = """
        # yaml-language-server: $schema=../schemas/codebook.schema.json
        # An invented list of detentions, as monitoring groups keep them: its own columns are settled as they stand.
        unit: detentions
        label: Detentions
        of: row
        documents: {files: ["*.csv"]}
        key: [id]
        variables:
          id: {type: text, column: id}
          day: {type: date, column: date}
          town: {type: text, column: town}
          persons: {type: integer, column: persons}
          method: {type: text, column: method}
        """ + "\n";

    private const string Claims = """
        # yaml-language-server: $schema=schemas/claims.schema.json
        rulings:
          sql: SELECT unit_id FROM rulings
          counts: {en: [ruling, rulings], ru: [постановление, постановления, постановлений]}
        fined:
          sql: SELECT unit_id FROM rulings WHERE outcome = 'fine'
          counts: {en: [fine, fines, ruling, rulings], ru: [штраф, штрафа, штрафов]}
        recognised:
          sql: SELECT unit_id FROM rulings WHERE facial_recognition = 'identified-by'
          counts: {en: [ruling, rulings], ru: [постановление, постановления, постановлений]}
        detentions:
          sql: SELECT unit_id FROM detentions
          counts: {en: [entry, entries], ru: [запись, записи, записей]}
        detained:
          sql: SELECT unit_id, persons AS amount FROM detentions
          measure: sum
          counts: {en: [person, persons, people], ru: [человек, человека]}
        in-the-metro:
          sql: SELECT unit_id FROM detentions WHERE method = 'метро, распознавание лиц'
          measure: share
          of: detentions
        """ + "\n";

    private const string Draft = """
        # Found by their faces (invented)

        Everything in this draft is made up: it shows how Plumbline reads one.

        We read [at least 2,300 rulings](claim:rulings) of courts of first instance.
        [More than 1,000 of them](claim:fined) end in a fine.
        [At least 900 rulings](claim:recognised) say that a system of facial recognition found the person.

        A list that volunteers kept has [exactly 300 entries](claim:detentions); in them
        [more than 1,000 people](claim:detained) were detained, and
        [about 23% of the entries](claim:in-the-metro) name facial recognition in the metro.
        """ + "\n";
}
