using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Linting;

/// <summary>Which words of queries the texts of a build have at all.</summary>
internal sealed class WordsOfBuild(IReadOnlyList<Vocabulary> vocabularies)
{
    private readonly Dictionary<(int, WordMatch, string), bool> known = [];
    private readonly List<WordForms> forms = [.. vocabularies.Select(v => new WordForms(v))];

    /// <summary>True when some text may hold the query, by its words alone.</summary>
    public bool MayHold(Query query) => Enumerable.Range(0, forms.Count).Any(v => MayHold(query.Root, v));

    /// <summary>Words with * or ? that no form fits, each once.</summary>
    public IEnumerable<string> Unfitting(Query query) => Words(query.Root).Where(w => w.Match == WordMatch.Pattern).Select(w => w.Form).Distinct(StringComparer.Ordinal)
        .Where(p => Enumerable.Range(0, forms.Count).All(v => !Has(new WordNode(0, WordMatch.Pattern, p), v)));

    private bool MayHold(QueryNode node, int vocabulary) => node switch
    {
        WordNode word => Has(word, vocabulary),
        PhraseNode phrase => phrase.Words.All(w => Has(w, vocabulary)),
        NearNode near => MayHold(near.Left, vocabulary) && MayHold(near.Right, vocabulary),
        SentenceNode sentence => MayHold(sentence.Left, vocabulary) && MayHold(sentence.Right, vocabulary),
        AndNode and => and.Items.All(i => MayHold(i, vocabulary)),
        OrNode or => or.Items.Any(i => MayHold(i, vocabulary)),
        SectionNode section => MayHold(section.Item, vocabulary),
        _ => true,
    };

    private bool Has(WordNode word, int vocabulary)
    {
        if (word.Match == WordMatch.Any)
        {
            return true;
        }

        if (!known.TryGetValue((vocabulary, word.Match, word.Form), out var has))
        {
            var ids = new HashSet<int>();
            forms[vocabulary].Add(word, ids);
            known[(vocabulary, word.Match, word.Form)] = has = ids.Count > 0;
        }

        return has;
    }

    private static IEnumerable<WordNode> Words(QueryNode node) => node switch
    {
        WordNode word => [word],
        PhraseNode phrase => phrase.Words,
        NearNode near => Words(near.Left).Concat(Words(near.Right)),
        SentenceNode sentence => Words(sentence.Left).Concat(Words(sentence.Right)),
        AndNode and => and.Items.SelectMany(Words),
        OrNode or => or.Items.SelectMany(Words),
        SectionNode section => Words(section.Item),
        NotNode not => Words(not.Item),
        _ => [],
    };
}
