using System.Text;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Tables;

/// <summary>
/// The tables of a build. Rows stand in schema <c>store</c>; what people and claims see are views of them in <c>main</c>
/// (standing values), <c>confirmed</c> (settled ones, else NULL) and <c>possible</c>. Described in docs/tables.md.
/// </summary>
internal static class TableSchema
{
    private const string Statuses = "ENUM('not-coded', 'stated', 'not-stated', 'unclear', 'not-applicable', 'disputed')";

    private const string CodingColumns = $"""
        member INTEGER NOT NULL, status {Statuses} NOT NULL, value VARCHAR, candidates VARCHAR[], coder INTEGER NOT NULL, certain BOOLEAN NOT NULL,
        evidence ENUM('text', 'record', 'silence') NOT NULL, "start" INTEGER, "end" INTEGER, quote VARCHAR, prefix VARCHAR, suffix VARCHAR, page INTEGER,
        section VARCHAR, "row" BIGINT, line BIGINT, "column" VARCHAR, cell VARCHAR, search INTEGER
        """;

    /// <summary>Tables of the whole case.</summary>
    public static string Common { get; } = """
        CREATE SCHEMA store;
        CREATE SCHEMA confirmed;
        CREATE SCHEMA possible;
        CREATE TABLE store.variables(kind VARCHAR, position INTEGER, name VARCHAR, type VARCHAR, multiple BOOLEAN, currency VARCHAR,
            silence VARCHAR, identity BOOLEAN, definition VARCHAR, label VARCHAR);
        CREATE TABLE store.members(ordinal INTEGER, kind VARCHAR, unit_id VARCHAR, member VARCHAR, document VARCHAR, place VARCHAR, file VARCHAR, rank BIGINT);
        CREATE TABLE store.maybe_same(kind VARCHAR, unit_id VARCHAR, group_id VARCHAR);
        CREATE TABLE store.coders(coder INTEGER, kind VARCHAR, name VARCHAR, version VARCHAR, definition VARCHAR);
        CREATE TABLE store.searches(search INTEGER, rules VARCHAR[], sections VARCHAR[], whole BOOLEAN);

        """;

    /// <summary>Tables and views of one unit kind.</summary>
    public static string Of(UnitKind kind)
    {
        var k = kind.Table;
        var sql = new StringBuilder();
        sql.AppendLine(Rows(kind, k));
        var all = string.Concat(kind.Variables.SelectMany(v => Columns(v).Select(c => c.Name).Append(v.Name + "_status")).Select(n => ", " + n));
        sql.AppendLine($"CREATE VIEW main.{k} AS SELECT unit_id, file, document{all} FROM store.{k};");
        sql.AppendLine($"CREATE VIEW possible.{k} AS SELECT unit_id, file, document{all} FROM store.{k};");
        var settled = string.Concat(kind.Variables.SelectMany(v =>
            Columns(v).Select(c => c.Name).Append(v.Name + "_status").Select(n => $", CASE WHEN {v.Name}_settled THEN {n} END AS {n}")));
        sql.AppendLine($"CREATE VIEW confirmed.{k} AS SELECT unit_id, file, document{settled} FROM store.{k};");
        sql.AppendLine($"CREATE TABLE store.{k}_alternatives(unit_id VARCHAR, variable VARCHAR, value VARCHAR);");
        sql.AppendLine($"CREATE TABLE store.{k}_decisions(unit VARCHAR NOT NULL, variable VARCHAR NOT NULL, status {Statuses} NOT NULL, {DecisionRows.Columns});");
        foreach (var variable in kind.Variables)
        {
            // Each variable's codings have a table, so that a changed rule replaces its own alone.
            sql.AppendLine(CreateCodings(kind, variable));
        }

        var union = string.Join(" UNION ALL ", kind.Variables.Select(v => $"SELECT '{v.Name}' AS variable, * FROM store.\"{Codings(kind, v)}\""));
        sql.AppendLine($"CREATE VIEW main.{k}_codings AS {ShownCodings(k, $"({union})")};");
        return sql.ToString();
    }

    /// <summary>The codings of one variable as people see them, to select from.</summary>
    public static string ShownOf(string table, string variable) => ShownOf(table, [variable], null);

    /// <summary>The codings of some variables as people see them, of the machine's only those of some members (null: of all); to select from.</summary>
    public static string ShownOf(string table, IReadOnlyList<string> variables, IReadOnlyList<long>? members)
    {
        var wanted = members is null ? "" : $" WHERE member IN ({string.Join(", ", members)})";
        var rows = variables.Select(v => $"SELECT '{v}' AS variable, * FROM store.\"{table}.{v}\"{wanted}");
        var named = string.Join(", ", variables.Select(v => $"'{v}'"));
        return $"({ShownCodings(table, $"({string.Join(" UNION ALL ", rows)})")} WHERE variable IN ({named}))";
    }

    /// <summary>Codings as people see them: the machine's, and below them what people decided.</summary>
    private static string ShownCodings(string table, string codings) => $"""
        SELECT m.unit_id, c.variable, c.status, c.value, c.candidates, d.kind AS coder_kind, d.name AS coder, d.version AS coder_version, d.definition, c.certain,
            m.member, m.document, m.file, m.place, c.evidence, c."start", c."end", c.quote, c.prefix, c.suffix, c.page, c.section, c."row", c.line, c."column", c.cell,
            s.rules AS searched, s.sections, NULL::VARCHAR AS act, NULL::VARCHAR AS shown, NULL::VARCHAR[] AS shown_entries, NULL::VARCHAR AS note, NULL::VARCHAR AS entry,
            NULL::VARCHAR AS found_by, NULL::BOOLEAN AS stale
        FROM {codings} c JOIN store.members m ON m.ordinal = c.member JOIN store.coders d ON d.coder = c.coder LEFT JOIN store.searches s ON s.search = c.search
        UNION ALL
        SELECT unit, variable, status, value, candidates, 'person', coder, '', definition, TRUE, member, document, file, place,
            CASE WHEN quote IS NOT NULL THEN 'text' WHEN "column" IS NOT NULL THEN 'record' WHEN whole_unit THEN 'silence' END, "start", "end", quote, prefix, suffix,
            page, NULL, "row", line, "column", cell, NULL, NULL, act, shown, shown_entries, note, entry, found_by, stale
        FROM store.{table}_decisions
        """;

    /// <summary>
    /// The table of units, under a name in <c>store</c>. <c>~merge</c> is the group of an open merge that the unit is in, <c>x~several</c> whether
    /// there are rows of it in the alternatives: so claims tell these units by the row alone. No name of a variable holds a <c>~</c>.
    /// </summary>
    public static string Rows(UnitKind kind, string name) =>
        $"CREATE TABLE store.\"{name}\"(unit_id VARCHAR NOT NULL, file VARCHAR, document VARCHAR, \"~merge\" VARCHAR{string.Concat(kind.Variables.Select(Cells))});";

    /// <summary>A table of some variables' cells alone, under a name in <c>store</c>.</summary>
    public static string Cells(string name, IEnumerable<Variable> variables) =>
        $"CREATE TABLE store.\"{name}\"(unit_id VARCHAR NOT NULL{string.Concat(variables.Select(Cells))});";

    /// <summary>Name of the table of a variable's codings. No name of a kind holds a dot.</summary>
    public static string Codings(UnitKind kind, Variable variable) => $"{kind.Table}.{variable.Name}";

    /// <summary>Makes the table of a variable's codings.</summary>
    public static string CreateCodings(UnitKind kind, Variable variable) => $"CREATE TABLE store.\"{Codings(kind, variable)}\"({CodingColumns});";

    /// <summary>Drops it.</summary>
    public static string DropCodings(UnitKind kind, Variable variable) => $"DROP TABLE store.\"{Codings(kind, variable)}\";";

    /// <summary>All columns of a variable in the table of units.</summary>
    public static IEnumerable<string> Names(Variable variable) =>
        [.. Columns(variable).Select(c => c.Name), variable.Name + "_status", variable.Name + "_settled", variable.Name + "~several"];

    private static string Cells(Variable variable) =>
        string.Concat(Columns(variable).Select(c => $", {c.Name} {c.Type}")) + $", {variable.Name}_status {Statuses} NOT NULL, {variable.Name}_settled BOOLEAN NOT NULL, \"{variable.Name}~several\" BOOLEAN NOT NULL";

    /// <summary>The value columns of a variable with their types.</summary>
    public static IReadOnlyList<(string Name, string Type)> Columns(Variable variable)
    {
        var type = variable.Type switch
        {
            VariableType.Integer or VariableType.Duration => "BIGINT",
            VariableType.Number => "DOUBLE",
            VariableType.Money => "DECIMAL(18,2)",
            VariableType.Date => "DATE",
            VariableType.Category when !variable.Multiple => $"ENUM({string.Join(", ", variable.Values.Select(v => $"'{v.Key}'"))})",
            VariableType.YesNo when !variable.Multiple => "ENUM('no', 'yes')",
            _ => "VARCHAR",
        };
        var list = variable.Multiple ? type + "[]" : type;
        return variable.Type switch
        {
            VariableType.Date => [(variable.Name, list), (variable.Name + "_from", list), (variable.Name + "_to", list)],
            VariableType.Money when variable.Currency is null => [(variable.Name, list), (variable.Name + "_currency", variable.Multiple ? "VARCHAR[]" : "VARCHAR")],
            _ => [(variable.Name, list)],
        };
    }
}
