using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Checks;
using Plumbline.Claims.Drafts;
using Plumbline.Coding;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>The quotes of claims, looked up in the texts of the build in use.</summary>
internal sealed class CaseQuotes(BuiltCase built) : IQuotedDocuments
{
    public bool Contains(string document, string exact, out DocumentId id, out TextSpan at)
    {
        id = default;
        at = default;
        var named = built.DocumentsNamed(document);
        if (named.Count != 1 || exact.Length == 0 || built.TextOf(named[0]) is not { } text)
        {
            return false;
        }

        id = named[0];
        return QuoteSearch.TryFind(text, exact, out at);
    }
}

/// <summary>Finds quoted words in a text: runs of white space are equal, since line ends are the reader's, all else is exact.</summary>
internal static class QuoteSearch
{
    public static bool TryFind(string text, string exact, out TextSpan at)
    {
        var words = exact.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        at = default;
        for (var from = 0; words.Length > 0 && (from = text.IndexOf(words[0], from, StringComparison.Ordinal)) >= 0; from++)
        {
            if (Match(text, from, words) is { } end)
            {
                at = new TextSpan(from, end);
                return true;
            }
        }

        return false;
    }

    private static int? Match(string text, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0)
            {
                var space = at;
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                if (at == space)
                {
                    return null;
                }
            }

            if (!text.AsSpan(at).StartsWith(words[i], StringComparison.Ordinal))
            {
                return null;
            }

            at += words[i].Length;
        }

        return at;
    }
}

/// <summary>Checks drafts of a case against its build in use.</summary>
public static class CaseCheck
{
    /// <summary>Checks the named drafts; without names, all of <c>drafts/</c>; with none there, the claims alone.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="built">Its build in use.</param>
    /// <param name="drafts">Paths of drafts, or none.</param>
    /// <param name="reader">Reads claims over the tables of the build.</param>
    /// <param name="options">Tolerances and the like.</param>
    /// <param name="cancellation">Stops between passages.</param>
    /// <exception cref="UsageException">A draft is missing.</exception>
    public static CheckReport Check(
        CaseFolder folder, BuiltCase built, IReadOnlyList<string> drafts, IClaimReader reader, CheckOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(drafts);
        return CheckRead(folder, built, Drafts(folder, drafts), reader, options, cancellation);
    }

    /// <summary>Checks drafts that were read.</summary>
    public static CheckReport CheckRead(
        CaseFolder folder, BuiltCase built, IReadOnlyList<Draft> drafts, IClaimReader reader, CheckOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        options = options with { Checked = CaseSettings.Read(folder).Checked, Units = Names(folder) };
        var claims = File.Exists(folder.ClaimsYaml) ? ClaimsFile.Read(folder.ClaimsYaml) : ClaimsFile.Empty;
        var report = ClaimsStage.Check(drafts, claims, reader, new CaseQuotes(built), options, cancellation);
        return options.EvidenceRows == 0 || options.ShowConfidential ? report : ShownEvidence.Of(SourceTerms.Read(folder, options.Clock), report);
    }

    /// <summary>What the codebooks call their units; those with faults say nothing here.</summary>
    private static Dictionary<string, UnitNames> Names(CaseFolder folder)
    {
        var names = new Dictionary<string, UnitNames>(StringComparer.Ordinal);
        foreach (var file in CaseCodebooks.FilesOf(folder))
        {
            if (Codebook.Read(file, Path.GetFileName(file), []) is { } codebook)
            {
                names.TryAdd(codebook.Kind.Table, new UnitNames(codebook.Label, codebook.Words));
            }
        }

        return names;
    }

    /// <summary>The named drafts; without names, all of <c>drafts/</c>.</summary>
    /// <exception cref="UsageException">A draft is missing.</exception>
    internal static IReadOnlyList<Draft> Drafts(CaseFolder folder, IReadOnlyList<string> drafts) =>
        [.. Paths(folder, drafts).Select(p => DraftReader.Read(Name(folder, p), Bytes(p)))];

    /// <summary>Paths of the named drafts; without names, of all in <c>drafts/</c>.</summary>
    internal static IReadOnlyList<string> Paths(CaseFolder folder, IReadOnlyList<string> drafts) =>
        drafts.Count > 0 ? drafts
            : Directory.Exists(folder.Drafts) ? [.. Directory.EnumerateFiles(folder.Drafts).Where(DraftReader.IsDraft).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>The bytes of a draft.</summary>
    /// <exception cref="UsageException">It is missing.</exception>
    internal static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PipelineProblems.NoSuchDraft(Path.GetFileName(path));
        }
    }

    /// <summary>What a draft is called: its path in the case, or, of one that lies elsewhere, its name.</summary>
    internal static string Name(CaseFolder folder, string path)
    {
        var relative = Path.GetRelativePath(folder.Root, Path.GetFullPath(path));
        return (relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFileName(path) : relative).Replace('\\', '/');
    }
}
