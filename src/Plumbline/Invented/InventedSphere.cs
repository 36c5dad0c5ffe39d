using System.Globalization;
using System.Text;

namespace Plumbline.Invented;

/// <summary>
/// The files of the case Sphere: an investigation into a system that no metro has, in a city that is on no map. Rulings with the noise of real ones,
/// interviews in two languages, a list of incidents, customs records, contracts, a sanctions list, letters. All depend on the seed only.
/// </summary>
public static class InventedSphere
{
    /// <summary>Rulings of the whole case.</summary>
    public const int Rulings = 2100;

    private const long Seed = 20211015;
    private const int Interviews = 29;
    private const int InRussian = 12;
    private const int Incidents = 160;
    private const int CustomsItems = 3000;
    private const int Listed = 120;
    private const int Contracts = 24;

    private static readonly InventedOptions RulingOptions = new() { FacialRecognitionShare = 0.22, DuplicateShare = 0.02, NoiseShare = 0.2, CutShare = 0.01 };

    /// <summary>All files, with so many rulings; the rest is always whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static IEnumerable<InventedFile> Files(int rulings)
    {
        foreach (var ruling in InventedRulings.Make(Seed, rulings, RulingOptions))
        {
            yield return new InventedFile("rulings/" + ruling.FileName, ruling.Bytes);
        }

        foreach (var interview in InventedInterviews.Make(Seed, Interviews, InRussian))
        {
            yield return new InventedFile("interviews/" + interview.FileName, interview.Bytes);
        }

        foreach (var contract in InventedContracts.Make(Seed, Contracts))
        {
            yield return new InventedFile("contracts/" + contract.FileName, contract.Bytes);
        }

        yield return new InventedFile("incidents/incidents.csv", InventedIncidents.Csv(InventedIncidents.Make(Seed, Incidents)));
        var items = InventedCustoms.Make(Seed, CustomsItems);
        foreach (var year in (int[])[2021, 2022])
        {
            yield return new InventedFile(string.Create(CultureInfo.InvariantCulture, $"customs/customs-{year}.csv"), InventedCustoms.Csv(items, year));
        }

        yield return new InventedFile("lists/sanctions.csv", InventedCustoms.SanctionsList(Seed, Listed));
    }

    /// <summary>A letter of an invented body that was asked for comment.</summary>
    public static byte[] Letter(string from, string words) =>
        Encoding.UTF8.GetBytes($"ВЫМЫШЛЕННОЕ ПИСЬМО (invented): составлено программой\n\n{from}\n\n{words}\n");

    /// <summary>What a careful person reads in the texts: by file name, then by variable.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, InventedAnswer>> Answers(int rulings)
    {
        var answers = new Dictionary<string, IReadOnlyDictionary<string, InventedAnswer>>(StringComparer.Ordinal);
        foreach (var ruling in InventedRulings.Make(Seed, rulings, RulingOptions))
        {
            answers[ruling.FileName] = Of(ruling.Truth);
        }

        foreach (var interview in InventedInterviews.Make(Seed, Interviews, InRussian))
        {
            answers[interview.FileName] = interview.Answers;
        }

        foreach (var contract in InventedContracts.Make(Seed, Contracts))
        {
            answers[contract.FileName] = contract.Answers;
        }

        return answers;
    }

    // The words are left to the machine: where it read what is true, they are found; where it did not, somebody would have to look for them.
    private static Dictionary<string, InventedAnswer> Of(InventedTruth truth)
    {
        var answers = new Dictionary<string, InventedAnswer>(StringComparer.Ordinal) { ["facial_recognition"] = new(truth.FacialRecognition, "") };
        void Add(string variable, string? value)
        {
            if (value is not null)
            {
                answers[variable] = new(value, "");
            }
        }

        Add("outcome", truth.IsCut ? null : truth.Outcome);
        Add("fine_rub", truth.FineRub?.ToString(CultureInfo.InvariantCulture));
        Add("arrest_days", truth.ArrestDays?.ToString(CultureInfo.InvariantCulture));
        return answers;
    }
}
