using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Sections;

namespace Plumbline.Coding.Codebooks;

/// <summary>Hashes over parsed forms: each part with its length before it, so that nothing can run into its neighbour.</summary>
internal static class CodebookHash
{
    public static string OfShape(CodebookParts parts)
    {
        var text = Start("shape");
        Add(text, parts.Unit);
        Add(text, parts.Of.ToString());
        AddAll(text, parts.Files);
        AddAll(text, parts.Sources);
        if (parts.Register is { } register)
        {
            Add(text, "register:" + register);
        }

        AddAll(text, parts.SplitStarts.Select(q => q.Text));
        AddAll(text, parts.SplitHeadings);
        Add(text, OfSections(parts.Sections));
        return Finish(text);
    }

    public static Dictionary<string, string> OfVariables(CodebookParts parts)
    {
        var sections = OfSections(parts.Sections);
        var byName = parts.Variables.ToDictionary(v => v.Variable.Name, StringComparer.Ordinal);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        string Of(VariableRules rules)
        {
            if (hashes.TryGetValue(rules.Variable.Name, out var known))
            {
                return known;
            }

            var text = Start("rules");
            Add(text, rules.DefinitionHash);
            Add(text, rules.Rules.Count == 0 ? "" : sections);
            foreach (var rule in rules.Rules)
            {
                Add(text, rule.Name);
                Add(text, rule.Version);
            }

            foreach (var (other, values) in rules.Conditions)
            {
                Add(text, Of(byName[other]));
                AddAll(text, values);
            }

            AddAll(text, rules.Columns);
            Add(text, rules.Format);
            if (rules.Names is { } names)
            {
                Add(text, "names:" + names.Hash);
            }

            AddAll(text, rules.Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}\0{c.Value.Text}"));
            return hashes[rules.Variable.Name] = Finish(text);
        }

        foreach (var rules in parts.Variables)
        {
            Of(rules);
        }

        return hashes;
    }

    public static string OfRule(CodingRule rule)
    {
        var text = Start("rule");
        Add(text, rule.Value?.Text);
        Add(text, rule.Status?.ToString());
        Add(text, rule.Reader is null ? null : string.Create(CultureInfo.InvariantCulture, $"{rule.Reader.Name}/{rule.Reader.Version}"));
        AddAll(text, rule.Queries.Select(q => q.Text));
        AddAll(text, rule.Unless.Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.Reach} {u.Words} {u.Query.Text}")));
        Add(text, string.Create(CultureInfo.InvariantCulture, $"{rule.Reach} {rule.Words} {rule.Side} {rule.Pick} {rule.IsOtherwise} {rule.IsCertain}"));
        AddAll(text, rule.In);
        return Finish(text);
    }

    /// <summary>Version of a rule whose values are given as a list names them.</summary>
    public static string OfNamed(string version, string listHash)
    {
        var text = Start("named");
        Add(text, version);
        Add(text, listHash);
        return Finish(text);
    }

    private static string OfSections(IReadOnlyList<SectionRule> sections)
    {
        var text = Start("sections");
        foreach (var section in sections)
        {
            Add(text, section.Name);
            Add(text, $"{section.AtBeginning} {section.TakesLast}");
            AddAll(text, section.Starts.Select(q => q.Text));
            AddAll(text, section.Headings);
            AddAll(text, section.Ends.Select(q => q.Text));
            AddAll(text, section.Paragraphs.Select(q => q.Text));
            Add(text, section.In);
            if (section.Learned is { } model)
            {
                Add(text, "learned:" + model.Hash);
            }
        }

        return Finish(text);
    }

    private static StringBuilder Start(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"plumbline/{what}/{Codebook.LibraryVersion}"));

    private static void Add(StringBuilder text, string? part) =>
        text.Append('\0').Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:").Append(part);

    private static void AddAll(StringBuilder text, IEnumerable<string> parts)
    {
        var list = parts.ToList();
        Add(text, list.Count.ToString(CultureInfo.InvariantCulture));
        list.ForEach(p => Add(text, p));
    }

    private static string Finish(StringBuilder text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
}
