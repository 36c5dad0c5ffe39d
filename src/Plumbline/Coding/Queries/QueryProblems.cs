using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Coding.Queries;

/// <summary>Stops the reading of a query; never leaves <see cref="Query.Parse"/>.</summary>
#pragma warning disable CA1064 // Caught in the same folder.
internal sealed class QueryFault(Problem problem) : Exception(problem.Sentence)
#pragma warning restore CA1064
{
    public Problem Problem { get; } = problem;
}

/// <summary>The faults of one query, each with its code, sentence and a guess.</summary>
internal sealed class QueryProblems(string text, QueryOrigin origin)
{
    private static readonly string[] Operators = ["AND", "OR", "NOT"];

    public List<Problem> Warnings { get; } = [];

    public QueryFault Empty() => At(0, "COD001", "The query is empty.", "Write a word, or words in quotes: \"судебный штраф\"");

    public QueryFault OpenQuote(int at) => At(at, "COD002", "This quotation mark is never closed.", "Put one after the last word of the phrase.");

    public QueryFault OpenParenthesis(int at) => At(at, "COD003", "This parenthesis is never closed.", "Put a ) where the group ends.");

    public QueryFault CloseParenthesis(int at) => At(at, "COD004", "This ) closes nothing.", "Take it out, or put a ( where the group starts.");

    public QueryFault SideBySide(int at, string left, string right) => At(
        at, "COD005", "Two words stand side by side: it is not clear how they belong together.",
        IsPlain(left) && IsPlain(right) ? $"Write \"{left} {right}\" for the phrase, or {left} AND {right} for both anywhere." : "Put AND, OR or w/5 between them.");

    public QueryFault NothingBefore(int at, string shown) => At(
        at, "COD006", $"Nothing stands before {shown}.", $"Write something on both sides: протокол {shown} рапорт");

    public QueryFault NothingAfter(int at, string shown) => At(
        at, "COD006", $"Nothing stands after {shown}.", "Write a word or a group after it, or take it out.");

    public QueryFault EmptyGroup(int at) => At(at, "COD006", "Nothing stands between these parentheses.", "Write something inside, or take them out.");

    public QueryFault Distance(int at, string name) => At(
        at, "COD007", $"A whole number from 1 to {QueryLimits.Distance} must follow {name}/.", $"Write {name}/5 for five words{(name == "w" ? ", or w/s for the same sentence" : "")}.");

    private QueryFault SmallOperator(int at, string word, string meant) => At(
        at, "COD008", $"In small letters {word} is a word like others; operators are written in capitals.", $"Write {meant}, or put the word into quotes.");

    /// <summary>A word that looks like an operator and is none.</summary>
    public QueryFault NearlyOperator(int at, string word, string meant) =>
        word.All(char.IsUpper) && word.Length > 1 ? Misspelled(at, word, meant) : SmallOperator(at, word, meant);

    public QueryFault Misspelled(int at, string piece, string meant) => At(at, "COD008", $"{piece} is no operator.", $"Did you mean {meant}?");

    public QueryFault UnknownSection(int at, string name, IReadOnlyCollection<string> known) => At(
        at, "COD009", $"There is no section '{name}'.",
        Guess.Nearest(name, known) is { } near ? $"Did you mean section:{near}?"
        : known.Count == 0 ? "The codebook declares no sections." : $"Sections are: {string.Join(", ", known)}");

    public QueryFault SectionName(int at) => At(at, "COD010", "A section's name must follow the colon, without a space.", "Write section:NAME, then what to look for in it.");

    public QueryFault UnknownScope(int at, string name) => At(
        at, "COD010", $"'{name}:' is not known.",
        Guess.Nearest(name, ["section"]) is { } near ? $"Did you mean {near}:?" : "Only section:NAME can stand before a colon; put other words with a colon into quotes.");

    public QueryFault NoSpan(int at, string what, string inside) => At(
        at, "COD011", $"{what} cannot stand inside {inside}: it is no place in the text that a distance could be measured from.",
        what == "w/s" ? "Put w/s outside: (a w/5 b) w/s c" : "Put it outside, or use w/s, which takes AND and NOT: видео w/s NOT отсутствует");

    public QueryFault Wildcard(int at) => At(
        at, "COD012", $"A word with * or ? needs at least {QueryLimits.WildcardLetters} letters or digits, or it finds nearly everything.",
        "Write more of the word: видео*");

    public QueryFault WildcardLength(int at) => At(
        at, "COD012", $"A word with * or ? has at most {QueryLimits.WildcardLength} letters.", "Write less of the word.");

    public QueryFault AnyAtEdge(int at) => At(
        at, "COD012", "A * alone stands for one word between the words of a phrase; it cannot be the first or the last.", "Take it out.");

    public QueryFault NoWord(int at) => At(at, "COD013", "There is no letter or digit here to look for.", "Write a word, or take it out: punctuation is not searched.");

    public QueryFault Sign(int at, char sign) => At(
        at, "COD014", $"The sign {sign} means nothing in a query.",
        sign switch
        {
            '&' => "Did you mean AND?",
            '|' => "Did you mean OR?",
            '-' or '!' => "Did you mean NOT?",
            '~' or '%' => "There is no fuzzy search; use * and ?: ван*в",
            '+' => "Did you mean AND, or = for the exact form?",
            _ => "Take it out, or put the words into quotes.",
        });

    public QueryFault TooLong() => At(0, "COD015", $"The query is longer than {QueryLimits.Length} letters.", "Cut it into several rules.");

    public QueryFault TooDeep(int at) => At(at, "COD015", $"More than {QueryLimits.Depth} groups lie inside each other.", "Cut it into several rules.");

    public QueryFault TooMany(int at) => At(at, "COD015", $"The query has more than {QueryLimits.Words} words.", "Cut it into several rules, or use wildcards.");

    /// <summary>Thrown when queries are compiled: each may be small, all together are not.</summary>
    public static UsageException TooManySets() => new(
        "COD017", "The rules together name too many words in too many ways.", "Write fewer or narrower words with * and ?.");

    public void MixedLetters(int at) => Warnings.Add(new Problem(
        "COD016", Severity.Warning, "This word mixes Latin and Cyrillic letters; it will hardly be found.",
        "Type it anew in one alphabet: а, е, о, р, с, у, х look the same in both.", origin.PlaceOf(text, at)));

    /// <summary>The operator that a word in small letters looks like, or null.</summary>
    public static string? OperatorLike(string word) => word switch
    {
        "and" or "And" => "AND",
        "or" or "Or" => "OR",
        "not" or "Not" => "NOT",
        "и" => "AND (or И)",
        "или" or "Или" => "OR (or ИЛИ)",
        "не" or "Не" => "NOT (or НЕ)",
        _ => word.Length > 1 && word.All(char.IsAsciiLetterUpper) && Guess.Nearest(word, Operators) is { } near && near.Length + 1 >= word.Length ? near : null,
    };

    private static bool IsPlain(string word) => word.Length is > 0 and < 30 && word.All(char.IsLetterOrDigit);

    private QueryFault At(int at, string code, string sentence, string @try) =>
        new(new Problem(code, Severity.Error, sentence, @try, origin.PlaceOf(text, at)));
}
