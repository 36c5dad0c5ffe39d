using System.Text;
using Plumbline.Cases.Yaml;
using Plumbline.Coding.Queries;
using Plumbline.Evidence;

namespace Plumbline.Coding.Codebooks;

/// <summary>
/// Reads `terms`: queries with a name, put into other queries by @name. A term is put in as a group, letter for letter, so
/// that hashes are those of what is searched: a term that changes codes again exactly the variables that use it.
/// </summary>
internal static class TermReader
{
    private const string Quotes = "\"«»“”„‟";

    public static void Read(YamlMap? terms, ReadingContext context)
    {
        foreach (var (key, _) in terms?.Entries ?? [])
        {
            // A term sees those above it, so that none can lead back to itself.
            var queries = context.Queries(terms!.Items(key.Text), allowSections: false);
            if (queries.Count > 0)
            {
                context.Terms[key.Text] = queries.Count == 1 ? $"({queries[0].Text})" : $"({string.Join(" OR ", queries.Select(q => $"({q.Text})"))})";
            }
            else
            {
                context.FaultyTerms.Add(key.Text);
            }
        }
    }

    /// <summary>Reads a query with the terms that it uses; null with a fault.</summary>
    public static Query? Parse(string text, QueryOrigin origin, IReadOnlyCollection<string>? sections, ReadingContext context) =>
        Parse(text, origin, sections, context.Terms, context.FaultyTerms, context.QueryProblems);

    /// <summary>Reads a query with the terms that it uses; null with a fault.</summary>
    public static Query? Parse(
        string text, QueryOrigin origin, IReadOnlyCollection<string>? sections, IReadOnlyDictionary<string, string> terms, IReadOnlySet<string> faulty, List<Problem> problems)
    {
        var uses = Uses(text);
        if (uses.Count == 0)
        {
            return Query.Parse(text, origin, problems, sections);
        }

        var unknown = uses.FindAll(u => !terms.ContainsKey(u.Name) && !faulty.Contains(u.Name));
        problems.AddRange(unknown.Select(u => CodebookProblems.UnknownTerm(origin.PlaceOf(text, u.At), u.Name, terms.Keys)));
        if (unknown.Count > 0 || uses.Exists(u => faulty.Contains(u.Name)))
        {
            return null;
        }

        // First with a word in the place of each term, so that faults are told where they stand.
        var plain = text.ToCharArray();
        foreach (var (at, name) in uses)
        {
            plain.AsSpan(at, name.Length + 1).Fill('x');
        }

        if (Query.Parse(new string(plain), origin, problems, sections) is null)
        {
            return null;
        }

        var found = new List<Problem>();
        var query = PutIn(text, uses, terms) is { } whole ? Query.Parse(whole, origin, found, sections) : null;
        if (query is null)
        {
            problems.Add(CodebookProblems.TermDoesNotFit(origin.PlaceOf(text, uses[0].At), found.Find(f => f.Severity == Severity.Error)));
        }

        return query;
    }

    /// <summary>The terms that a query uses, each with its place in the text; not those inside quotes.</summary>
    public static List<(int At, string Name)> Uses(string text)
    {
        var uses = new List<(int, string)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Quotes.Contains(text[i], StringComparison.Ordinal))
            {
                // As the lexer closes a quote.
                var closing = text[i] switch { '"' => "\"", '«' => "»", _ => "“”\"»" };
                var end = text.AsSpan(i + 1).IndexOfAny(closing);
                i = end < 0 ? text.Length : i + 1 + end;
            }
            else if (text[i] == '@' && (i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] == '('))
            {
                var end = i + 1;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_'))
                {
                    end++;
                }

                uses.Add((i, text[(i + 1)..end]));
                i = end - 1;
            }
        }

        return uses;
    }

    /// <summary>The text with its terms put in; null when it would be longer than a query may be.</summary>
    public static string? PutIn(string text, IReadOnlyList<(int At, string Name)> uses, IReadOnlyDictionary<string, string> terms)
    {
        var whole = new StringBuilder();
        var from = 0;
        foreach (var (at, name) in uses)
        {
            whole.Append(text, from, at - from).Append(terms[name]);
            from = at + 1 + name.Length;
            if (whole.Length > QueryLimits.Length)
            {
                return null;
            }
        }

        return whole.Append(text, from, text.Length - from).ToString();
    }
}
