using System.Security.Cryptography;
using System.Text;
using DuckDB.NET.Data;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Tables;
using Plumbline.Review.Sheets;

namespace Plumbline.Pipeline.Sheets;

/// <summary>Which units are to be coded, and of which variables. Each part narrows what the others leave.</summary>
public sealed record UnitSelection
{
    /// <summary>Kind of unit; null: the claim's, or the only one.</summary>
    public string? Kind { get; init; }

    /// <summary>
    /// A claim: first the units that could be in it and are not confirmed, then those that are unread, since coding any of them may decide it; and the
    /// variables that it reads. Needs <see cref="Reader"/>.
    /// </summary>
    public ClaimQuery? Claim { get; init; }

    /// <summary>Reads the claim.</summary>
    public TablesProcess? Reader { get; init; }

    /// <summary>Path of a file with ids of units, one at the head of each line; or null.</summary>
    public string? File { get; init; }

    /// <summary>So many of them, drawn by <see cref="Seed"/>; null: all.</summary>
    public int? Sample { get; init; }

    /// <summary>The draw: the same on every machine, and a larger sample holds the smaller one.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Variables; empty: those of the claim, else all that rules read, the key's left out.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>The codebook of a kind; without a name the only one, or the only one of texts.</summary>
    /// <exception cref="UsageException">There is no such kind, or there are several.</exception>
    internal static Codebook KindOf(BuiltCase built, string? kind)
    {
        if (kind is not null)
        {
            return built.Codebooks.FirstOrDefault(c => c.Kind.Table == kind)
                ?? throw PipelineProblems.NoSuchKind(kind, Guess.Nearest(kind, built.Codebooks.Select(c => c.Kind.Table)));
        }

        var texts = built.Codebooks.Where(c => c.Of != PlaceKind.Row).ToList();
        return built.Codebooks.Count == 1 ? built.Codebooks[0] : texts.Count == 1 ? texts[0] : throw SheetProblems.SeveralKinds(built.Codebooks.Select(c => c.Kind.Table));
    }

    /// <summary>The units in the order of the archive (of a claim, by what they wait for), and the variables in the order of the codebook.</summary>
    /// <exception cref="UsageException">There is none, or something named is not there.</exception>
    internal (Codebook Codebook, IReadOnlyList<string> Units, IReadOnlyList<Variable> Variables, int Unread) Resolve(BuiltCase built)
    {
        var reading = Claim is null ? null : Reader!.Read(Claim);
        if (reading?.Problems.Any(p => p.Severity == Severity.Error) == true)
        {
            throw Faulty(reading.Problems);
        }

        var codebook = KindOf(built, reading?.Kind ?? Kind);
        using var connection = built.OpenTables();
        var all = BuiltCase.Rows(connection, "SELECT unit_id FROM store.members WHERE kind = $1 GROUP BY unit_id ORDER BY min(rank), unit_id", codebook.Kind.Table).ConvertAll(r => (string)r[0]!);
        IEnumerable<string> units = all;
        var open = new Dictionary<string, OpenState>();
        if (Claim is not null)
        {
            // A unit that only a judgement on a merge can settle has nothing to code; one of another table is not of this sheet.
            var answer = Reader!.Open(Claim, int.MaxValue);
            if (answer.Problems.Count > 0)
            {
                throw Faulty(answer.Problems);
            }

            open = answer.Units.Where(u => u.Kind == codebook.Kind.Table && u.Variables.Count > 0).ToDictionary(u => u.UnitId, u => u.State, StringComparer.Ordinal);
            units = units.Where(open.ContainsKey).OrderBy(u => open[u]);
        }

        if (File is not null)
        {
            var named = Named(connection, codebook);
            units = units.Where(named.Contains);
        }

        if (Sample is { } count)
        {
            var drawn = units.OrderBy(u => Draw(Seed, u), StringComparer.Ordinal).Take(count).ToHashSet(StringComparer.Ordinal);
            units = units.Where(drawn.Contains);
        }

        var chosen = units.ToList();
        return chosen.Count > 0 ? (codebook, chosen, Chosen(codebook, reading), chosen.Count(u => open.TryGetValue(u, out var state) && state == OpenState.Unread)) : throw SheetProblems.NothingToCode();
    }

    private static UsageException Faulty(IReadOnlyList<Problem> problems) => new(problems[0].Code, problems[0].Sentence, problems[0].Try, problems);

    /// <summary>A unit's place in the draw of a seed.</summary>
    internal static string Draw(long seed, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"plumbline/draw/1\0{seed}\0{name}"))));

    private IReadOnlyList<Variable> Chosen(Codebook codebook, ClaimReading? reading)
    {
        foreach (var name in Variables.Where(v => codebook.Kind.Find(v) is null))
        {
            throw PipelineProblems.NoSuchVariable(name, codebook.Kind.Table, Guess.Nearest(name, codebook.Kind.Variables.Select(v => v.Name)));
        }

        return Variables.Count > 0 ? [.. codebook.Kind.Variables.Where(v => Variables.Contains(v.Name))]
            : reading?.Reads.Any(r => codebook.Kind.Find(r) is not null) == true ? [.. codebook.Kind.Variables.Where(v => reading.Reads.Contains(v.Name))]
            : [.. codebook.Kind.Variables.Where(v => !codebook.Key.Contains(v.Name))];
    }

    private HashSet<string> Named(DuckDBConnection connection, Codebook codebook)
    {
        var names = new UnitNames(connection, codebook);
        var (found, faults) = (new HashSet<string>(StringComparer.Ordinal), new List<Problem>());
        string[] lines;
        try
        {
            lines = System.IO.File.ReadAllLines(File!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SheetProblems.NoFile(Path.GetFileName(File!));
        }

        foreach (var (i, line) in lines.Index())
        {
            var name = line.Split([',', ';', '\t', ' '], 2)[0].Trim('"', ' ', '\uFEFF');
            var units = name.Length == 0 ? [] : names.Find(new SheetUnit(name, null, new Dictionary<string, string>()));
            if (units.Count == 1)
            {
                found.Add(units[0]);
            }
            else if (name.Length > 0 && name is not ("unit" or "unit_id"))
            {
                faults.Add(SheetProblems.UnknownUnit(Path.GetFileName(File!), i + 1));
            }
        }

        return faults.Count == 0 ? found : throw SheetProblems.UnknownUnits(faults);
    }
}
