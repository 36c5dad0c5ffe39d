using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Sheets;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary>The options that choose units to code: the same for sheets and for hand-outs.</summary>
internal sealed class SelectionOptions
{
    private readonly Option<string?> claim = new("--claim") { HelpName = "ID", Description = "Units whose coding may decide this claim (first those that could be in it, then those unread), and the variables that it reads." };
    private readonly Option<int?> sample = new("--sample") { HelpName = "N", Description = "So many units, drawn at random." };
    private readonly Option<long> seed = new("--seed") { HelpName = "S", Description = "The draw, 1 if not given: the same units for the same number.", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> units = new("--units") { HelpName = "FILE", Description = "Units whose ids stand at the head of the lines of a file." };
    private readonly Option<string?> kind = new("--kind") { HelpName = "KIND", Description = "Kind of unit, where the case has several." };

    public IEnumerable<Option> All => [claim, sample, seed, units, kind];

    /// <summary>Runs with the selection; the reader of its claim is open meanwhile.</summary>
    public T With<T>(Call call, CaseFolder folder, string variables, Func<UnitSelection, T> work)
    {
        var query = call.Get(claim) is { } id ? Query(folder, id) : null;
        using var reader = query is null ? null : Open(folder);
        return work(new UnitSelection
        {
            Kind = call.Get(kind),
            Claim = query,
            Reader = reader,
            File = call.Get(units),
            Sample = call.Get(sample) is { } count ? Math.Max(0, count) : null,
            Seed = call.Get(seed),
            Variables = variables.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        });
    }

    /// <summary>A claim's query.</summary>
    /// <exception cref="UsageException">There is no such claim, or it has no rows.</exception>
    public static ClaimQuery Query(CaseFolder folder, string id)
    {
        var claims = ClaimsFile.Read(folder.ClaimsYaml);
        var found = claims.Claims.GetValueOrDefault(id) ?? throw CliProblems.NoClaim(id, claims.Faulty.Contains(id), claims.Claims.Keys, claims.Problems);
        return found.Query ?? throw CliProblems.NoRows(id);
    }

    private static TablesProcess Open(CaseFolder folder)
    {
        using var built = BuiltCase.Open(folder);
        return new TablesProcess(built.TablesPath, ChildCommand.OfThisProgram(Workers.Sql));
    }
}
