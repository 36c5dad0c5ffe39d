using Plumbline.Cases;
using Plumbline.Coding.Codebooks;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Cli;

/// <summary>What a verb on codebooks was given: a case with all of its codebooks or one, or a codebook that lies anywhere.</summary>
/// <param name="Case">The case; null for a file.</param>
/// <param name="Codebooks">The codebooks, as they are on disk now.</param>
internal sealed record CodebookArgument(CaseFolder? Case, IReadOnlyList<WrittenCodebook> Codebooks)
{
    /// <summary>Reads it.</summary>
    /// <param name="path">Folder of a case, or a file.</param>
    /// <param name="name">File or table of one codebook; null for all.</param>
    /// <exception cref="UsageException">No case, faults in a codebook, or none of this name.</exception>
    public static CodebookArgument Of(string path, string? name)
    {
        if (File.Exists(path))
        {
            return new CodebookArgument(null, [WrittenCodebook.Of(path, path)]);
        }

        var folder = CaseFolder.Open(path);
        if (name is not null && File.Exists(name))
        {
            return new CodebookArgument(folder, [WrittenCodebook.Of(name, name, folder)]);
        }

        var all = WrittenCodebook.Of(folder);
        var some = name is null ? all : [.. all.Where(c => c.Codebook.Kind.Table == name || Path.GetFileName(c.Path) == Path.GetFileName(name))];
        return some.Count > 0 ? new CodebookArgument(folder, some) : throw CliProblems.NoSuchCodebook(name!, all.Select(c => c.Codebook.Kind.Table));
    }

    /// <summary>The build in use, or null when there is no case or nothing is built yet.</summary>
    public BuiltCase? Built()
    {
        try
        {
            return Case is null ? null : BuiltCase.Open(Case);
        }
        catch (UsageException)
        {
            return null;
        }
    }

    /// <summary>A rule by its name, such as <c>fine_rub/money</c>.</summary>
    /// <exception cref="UsageException">It looks like a rule's name and is none.</exception>
    public (WrittenCodebook Book, CodingRule Rule, Variable Variable)? RuleNamed(string name)
    {
        var all = Codebooks.SelectMany(c => c.Codebook.Parts.Variables.SelectMany(v => v.Rules.Select(r => (c, r, v.Variable)))).ToList();
        var found = all.FirstOrDefault(r => r.r.Name == name);
        if (found.r is not null)
        {
            return found;
        }

        // A word, a slash and a word of a variable: meant as a name. (w/5 has no variable before its slash.)
        var variable = name.Split('/')[0];
        return name.Contains('/', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal) && Codebooks.Any(c => c.Codebook.Kind.Find(variable) is not null)
            ? throw CliProblems.NoSuchRule(name, all.Where(r => r.Variable.Name == variable).Select(r => r.r.Name))
            : null;
    }
}
