using System.Collections.Frozen;
using Plumbline.Cases.Yaml;
using Plumbline.Evidence;

namespace Plumbline.Cases;

/// <summary>How many people settle a value.</summary>
public enum Settling
{
    /// <summary>One person's coding settles it, as long as nobody disagrees.</summary>
    One,

    /// <summary>Two people must have coded it the same.</summary>
    Two,

    /// <summary>Two people must have coded it the same, neither having seen the other's coding.</summary>
    TwoBlind,
}

/// <summary>What <c>case.yaml</c> says, resolved. Valid by default: an empty case.yaml is these values.</summary>
public sealed record CaseSettings
{
    /// <summary>Words of <see cref="Settling"/> in YAML, in the order of the enumeration.</summary>
    private static readonly string[] SettlingWords = ["one", "two", "two-blind"];

    /// <summary>What the investigation is called; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Languages of drafts and of messages about figures, the first being the main one.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en", "ru"];

    /// <summary>IANA name of the zone that instants are shown in. Stored instants are UTC; civil dates have no zone.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Country whose public holidays a timeline marks, of <see cref="PublicHolidays.Countries"/>; null for none.</summary>
    public string? Holidays { get; init; }

    /// <summary>How many people settle a value.</summary>
    public Settling Settles { get; init; } = Settling.One;

    /// <summary>How far "about", "nearly" and shares in words reach.</summary>
    public HedgeRules Hedges { get; init; } = new();

    /// <summary>Checks inside of drafts that were set aside: the id of each, and why.</summary>
    public IReadOnlyDictionary<string, string> Checked { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>True for a case that is made up, for teaching and demonstration; every report says so.</summary>
    public bool Invented { get; init; }

    /// <summary>True when somebody asked for a case inside a folder that is synced with other computers.</summary>
    public bool AllowSynced { get; init; }

    /// <summary>Shape of <c>case.yaml</c>.</summary>
    public static MapShape Shape { get; } = new("A case of Plumbline.",
    [
        new("title", new TextShape("What the investigation is called.")),
        new("languages", new ListShape("Languages of the drafts, the main one first.", new ChoiceShape("A language.", ["en", "ru"]), OrOne: true)),
        new("time_zone", new TextShape("Zone that times are shown in (IANA name). Stored times are UTC.", "[A-Za-z0-9_+/-]{1,64}", "a name such as Europe/Moscow")),
        new("holidays", new ChoiceShape("Country whose public holidays a timeline marks, beside those of lists/holidays.csv.", PublicHolidays.Countries)),
        new("settles", new ChoiceShape("How many people settle a value: one, two who agree, or two who agree without having seen each other's coding.", SettlingWords)),
        new("about", new NumberShape("How far a figure with 'about' may lie from the value, as a share of it: 0.1 is a tenth.")),
        new("nearly", new NumberShape("How far below a figure with 'nearly' the value may lie, as a share of it; as much as 'about' if not given.")),
        new("shares", new NumberShape("How far the value may lie from a share in words such as 'a third': 0.02 is two points of a hundred.")),
        new("misleads", new NumberShape("From where on a figure with 'at least' or 'up to' that holds is looked at again, as a share of it: 1 (if not given) is 'at least 90' for 180 or more.")),
        new("checked", new NamedShape("Checks inside of a draft that an editor has looked at and set aside, by the id that plumb check gives.", "[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{6}", "an id as plumb check gives it, such as stated-twice-0a1b2c",
            new TextShape("Why it is right as it stands."))),
        new("invented", new FlagShape("True for a case that is made up; reports say so.")),
        new("allow_synced", new FlagShape("True when the case may lie in a folder synced by OneDrive, Dropbox, Yandex.Disk or the like.")),
    ]);

    /// <summary>Reads <c>case.yaml</c>. All faults are added to <paramref name="problems"/>; what is right is still used.</summary>
    public static CaseSettings Read(CaseFolder folder, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(problems);
        var file = YamlFile.Read(folder.CaseYaml, Shape, "case.yaml");
        problems.AddRange(file.Problems);
        return file is { Root: { } root, IsRight: true } ? Resolve(root, folder, problems) : new CaseSettings();
    }

    /// <summary>Reads <c>case.yaml</c>.</summary>
    /// <exception cref="UsageException">It has faults; all of them are in it.</exception>
    public static CaseSettings Read(CaseFolder folder)
    {
        var problems = new List<Problem>();
        var settings = Read(folder, problems);
        return problems.Exists(p => p.Severity == Severity.Error) ? throw CaseProblems.FaultyCase(problems) : settings;
    }

    private static CaseSettings Resolve(YamlMap root, CaseFolder folder, List<Problem> problems)
    {
        var settings = new CaseSettings();
        var zone = root.Text("time_zone") ?? settings.TimeZone;
        var hedges = new HedgeRules { About = root.Number("about") ?? settings.Hedges.About, Nearly = root.Number("nearly"), Shares = root.Number("shares") ?? settings.Hedges.Shares, Misleads = root.Number("misleads") ?? settings.Hedges.Misleads };
        string[] wrong = [.. new (string Key, decimal? Value)[] { ("about", hedges.About), ("nearly", hedges.Nearly), ("shares", hedges.Shares) }.Where(h => h.Value is < 0 or >= 1).Select(h => h.Key), .. hedges.Misleads < 0 ? (string[])["misleads"] : []];
        var isZone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
        if (!isZone || wrong.Length > 0)
        {
            var faults = new YamlFaults("case.yaml", File.ReadAllText(folder.CaseYaml));
            if (!isZone)
            {
                faults.Add(CaseProblems.UnknownZone.Code, CaseProblems.UnknownZone.Sentence, CaseProblems.UnknownZone.Try, root["time_zone"]!);
            }

            foreach (var key in wrong)
            {
                faults.Add(CaseProblems.WrongTolerance.Code, CaseProblems.WrongTolerance.Sentence, CaseProblems.WrongTolerance.Try, root[key]!);
            }

            problems.AddRange(faults.All);
        }

        return settings with
        {
            Title = root.Text("title") ?? "",
            Languages = root.Texts("languages") is { Count: > 0 } languages ? languages : settings.Languages,
            TimeZone = isZone ? zone : settings.TimeZone,
            Holidays = root.Text("holidays"),
            Settles = (Settling)Math.Max(0, Array.IndexOf(SettlingWords, root.Text("settles") ?? "one")),
            Hedges = hedges,
            Checked = (root.Map("checked")?.Entries ?? []).Where(e => e.Value is YamlScalar { IsNull: false }).ToFrozenDictionary(e => e.Key.Text, e => ((YamlScalar)e.Value).Text),
            Invented = root.Flag("invented"),
            AllowSynced = root.Flag("allow_synced"),
        };
    }
}
