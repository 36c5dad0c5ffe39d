using System.Globalization;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>The faults of queries, each with its code, sentence and what to try. None carries text of a document.</summary>
internal static class SqlProblems
{
    private static readonly ProblemPlace Nowhere = new();

    public static Problem SyntaxError(string message, ProblemPlace place) =>
        Of("CHK101", $"The SQL can't be read: {message}.", "Mend the place named; docs/sql.md shows whole queries.", place);

    public static Problem NotASelect(ProblemPlace place) =>
        Of("CHK102", "Only a SELECT is taken.", "Write SELECT unit_id FROM ... WHERE ...", place);

    public static Problem SeveralStatements(int count) => Of(
        "CHK103", string.Create(CultureInfo.InvariantCulture, $"One SELECT is taken, there are {count} statements."), "Keep one of them, without ';'.", Nowhere);

    public static Problem TooLong(int length) => Of(
        "CHK104", string.Create(CultureInfo.InvariantCulture, $"The SQL has {length} characters; {SqlTree.MaxLength} are taken."),
        "Make it shorter; a list of values fits into one IN (...).", Nowhere);

    public static Problem TooDeep() => Of("CHK105", "The SQL is nested too deeply.", "Use IN (...) in place of many ORs, and WITH in place of brackets in brackets.", Nowhere);

    public static Problem UnknownTable(string name, string? guess, IEnumerable<string> known, ProblemPlace place) => Of(
        "CHK106", $"There is no table '{Short(name)}'." + (guess is null ? "" : $" Did you mean '{guess}'?"),
        $"The tables are: {string.Join(", ", known)}.", place);

    public static Problem UnknownColumn(string name, string? guess, IEnumerable<string> known, ProblemPlace place) => Of(
        "CHK107", $"There is no column '{Short(name)}'." + (guess is null ? "" : $" Did you mean '{guess}'?"),
        $"The columns are: {string.Join(", ", known.Take(60))}.", place);

    public static Problem QualifiedTable(string name, ProblemPlace place) => Of(
        "CHK108", $"The table '{Short(name)}' is named with a schema or a database.",
        "Name the table alone; which reading is meant (confirmed or possible) is not for the query to choose.", place);

    public static Problem UnknownFunction(string name, string? guess, ProblemPlace place) => Of(
        "CHK109", $"The function '{Short(name)}' can't be used here." + (guess is null ? "" : $" Did you mean '{guess}'?"),
        "docs/sql.md lists the functions.", place);

    public static Problem Refused(string what, string instead, ProblemPlace place) =>
        Of("CHK110", $"A query can't have {what}.", $"Write {instead}.", place);

    public static Problem Negation(string what, string instead, ProblemPlace place) => Of(
        "CHK111", $"A claim can't ask what a coded column is not ({what}): what nobody has read would count.", $"Write {instead}.", place);

    public static Problem NotMonotone(string what, string instead, ProblemPlace place) => Of(
        "CHK112", $"A claim can't have {what}: its rows would not stay the same when more is settled.", $"Write {instead}.", place);

    public static Problem UnknownKey(string column, string value, string? guess, IEnumerable<string> known, ProblemPlace place) => Of(
        "CHK113", $"The column '{column}' has no value '{Short(value)}'." + (guess is null ? "" : $" Did you mean '{guess}'?"),
        $"Its values are: {string.Join(", ", known)}.", place);

    public static Problem NoUnit(ProblemPlace place) =>
        Of("CHK114", "A claim's SELECT must return unit_id of one table.", "Begin it with SELECT unit_id; with several tables name one of them: SELECT r.unit_id.", place);

    public static Problem NoAmount(Measure measure, ProblemPlace place) => Of(
        "CHK115", $"The measure '{Word(measure)}' needs an amount.",
        measure is Measure.First or Measure.Last ? "Return it: SELECT unit_id, decided_on AS amount ..." : "Return it: SELECT unit_id, fine_rub AS amount ...", place);

    public static Problem OtherItems(ProblemPlace place) =>
        Of("CHK116", "A claim's SELECT returns unit_id and, where it adds or compares, amount; nothing else.", "Leave the other columns out; the evidence shows them.", place);

    public static Problem WrongAmount(Measure measure, string what, ProblemPlace place) => Of(
        "CHK117", $"The measure '{Word(measure)}' can't use {what} as amount.",
        measure is Measure.First or Measure.Last ? "Use a date." : "Use a number, an amount of money or a duration.", place);

    public static Problem Negative() =>
        Of("CHK118", "A sum has an amount below 0: its ends would mean nothing.", "Sum amounts from 0 up, and take what is to be subtracted as a claim of its own.", Nowhere);

    public static Problem Currencies(string column) => Of(
        "CHK119", "The amounts are in several currencies, which are never added.", $"Ask for one of them: AND {column}_currency = 'RUB'.", Nowhere);

    public static Problem Within(ProblemPlace place) => Of(
        "CHK120", "within() takes a date column of a table named in the same FROM, and two dates.", "Write within(decided_on, DATE '2016-01-01', DATE '2016-12-31').", place);

    public static Problem ListUse(string column, ProblemPlace place) => Of(
        "CHK121", $"The column '{column}' holds a list; a claim can only ask what is in it.", $"Write list_contains({column}, 'value'), or FROM ..., unnest({column}) AS u(one).", place);

    public static Problem NoWhole() => Of("CHK122", "A share needs a claim that is the whole.", "Name it in claims.yaml: of: <claim>.", Nowhere);

    public static Problem OtherWhole() =>
        Of("CHK123", "The part and the whole count units of two tables.", "Let both return unit_id of the same table.", Nowhere);

    public static Problem OrderedKeys(string column, ProblemPlace place) => Of(
        "CHK124", $"The values of '{column}' have no order.", $"Write {column} IN ('...', '...').", place);

    public static Problem Engine(string sentence) => Of("CHK130", $"The engine refused the query: {sentence}", "Check types and names; docs/sql.md shows whole queries.", Nowhere);

    public static Problem WrongValue() => Of(
        "CHK131", "A value couldn't be converted, or a number grew too large.", "Compare columns with values of their own type; TRY_CAST gives NULL for what can't be converted.", Nowhere);

    public static Problem Late(TimeSpan limit) => Of(
        "CHK132", string.Create(CultureInfo.InvariantCulture, $"The query was stopped after {limit.TotalSeconds:0.#} seconds."),
        "Let it read fewer rows: join on equal columns, without range() and recursion.", Nowhere);

    public static Problem OutOfMemory() => Of("CHK133", "The query needed more memory than a query may use.", "Let it keep less: fewer joined rows, shorter lists and texts.", Nowhere);

    public static Problem Crashed() => Of("CHK134", "The process that runs queries ended unexpectedly while it ran this one.", "Run it again; if it ends again, report it with the query.", Nowhere);

    public static Problem Binary(string column) => Of("CHK135", $"The column '{Short(column)}' is of a type that can't be shown.", "Cast it to VARCHAR or leave it out.", Nowhere);

    public static Problem CutOff(long rows) => new(
        "CHK136", Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"The result was cut off after {rows} rows."), "Ask for fewer rows or columns, or raise the limit.", Nowhere);

    public static StoreFailedException CannotOpen(string reason) => new(
        "CHK137", $"The tables can't be opened: {reason}", "Build the case again: plumb build CASE.", isTransient: true);

    public static string Word(Measure measure) => measure.ToString().ToLowerInvariant();

    private static Problem Of(string code, string sentence, string @try, ProblemPlace place) => new(code, Severity.Error, sentence, @try, place);

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
