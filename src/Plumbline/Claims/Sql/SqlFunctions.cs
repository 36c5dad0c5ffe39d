using System.Collections.Frozen;

namespace Plumbline.Claims.Sql;

/// <summary>
/// The functions that queries may use; docs/sql.md lists them. Those of claims give NULL for NULL (so that a claim can't
/// turn "not known" into "yes"), depend on nothing but their arguments, and can't make a text much longer than what they read.
/// </summary>
internal static class SqlFunctions
{
    /// <summary>Conditions: true, false or NULL.</summary>
    public static readonly FrozenSet<string> Conditions = Set(
        "~~ ~~* like_escape ilike_escape contains starts_with prefix ends_with suffix regexp_matches regexp_full_match ^@ "
        + "list_contains list_has array_contains array_has list_has_any array_has_any && list_has_all array_has_all @>");

    /// <summary>Conditions on a list, which must be the first argument.</summary>
    public static readonly FrozenSet<string> ListConditions = Set(
        "contains list_contains list_has array_contains array_has list_has_any array_has_any && list_has_all array_has_all @>");

    /// <summary>Values.</summary>
    public static readonly FrozenSet<string> Scalars = Set(
        "+ - * / // % || lower upper length len strlen substring substr left right trim ltrim rtrim replace strpos instr position "
        + "abs round floor ceil ceiling sign trunc year month day quarter week dayofweek isodow weekofyear date_part datepart date_trunc datetrunc "
        + "date_diff datediff make_date last_day to_days to_weeks to_months to_years nullif regexp_extract split_part strip_accents list_value");

    /// <summary>What <c>plumb query</c> allows beyond those.</summary>
    public static readonly FrozenSet<string> Query = Set(
        "!~~ !~~* not_like_escape not_ilike_escape count count_star count_if sum avg mean min max median mode stddev stddev_samp stddev_pop var_samp var_pop "
        + "variance quantile quantile_cont quantile_disc any_value first last arg_min arg_max min_by max_by bool_and bool_or list array_agg string_agg group_concat "
        + "approx_count_distinct corr histogram row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value "
        + "concat concat_ws greatest least coalesce ifnull if list_distinct list_sort array_sort list_reverse list_concat list_slice array_slice array_extract list_extract list_element "
        + "list_filter list_transform list_aggregate list_aggr list_sum list_min list_max list_avg list_unique list_position array_length cardinality flatten unnest "
        + "array_to_string list_any_value struct_pack struct_extract row strftime monthname dayname date_add date_sub age epoch bar chr ascii reverse initcap regexp_replace "
        + "translate string_split str_split split sqrt ln log log10 exp pow power ^ mod typeof isnan isinf hash md5 sha256 grouping grouping_id range generate_series enum_range");

    /// <summary>Functions that stand for a table.</summary>
    public static readonly FrozenSet<string> Tables = Set("unnest range generate_series");

    /// <summary>True for a function of claims, <c>within</c> aside.</summary>
    public static bool IsForClaims(string name) => Conditions.Contains(name) || Scalars.Contains(name);

    /// <summary>True for a function of <c>plumb query</c>.</summary>
    public static bool IsForQueries(string name) => IsForClaims(name) || Query.Contains(name);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
