using System.Globalization;
using Plumbline.Cases;
using Plumbline.Cases.Yaml;
using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>
/// <c>claims.yaml</c>: a map of ids, each with what its figure is made of. Read with all faults at once; a claim with a
/// fault is left out of <see cref="Claims"/> and named in <see cref="Faulty"/>.
/// </summary>
public sealed record ClaimsFile(IReadOnlyDictionary<string, Claim> Claims, IReadOnlySet<string> Faulty, IReadOnlyList<Problem> Problems)
{
    private static readonly MapShape ClaimShape = new("A claim: exactly one of sql, expr and quote.",
    [
        new("sql", new TextShape("One SELECT that returns unit_id, and amount for sum, min, max, range, first and last.")),
        new("measure", new ChoiceShape("What is taken from the units. count when left out.", ["count", "sum", "share", "min", "max", "range", "first", "last", "exists"])),
        new("of", new TextShape("For a share: the claim that counts the whole.")),
        new("counts", new EitherShape("The unit's name, as a draft may call it.",
        [
            new ListShape("Names in any language.", new TextShape("A name."), OrOne: true),
            new MapShape("Names by language.",
            [
                new("en", new ListShape("English names.", new TextShape("A name."), OrOne: true)),
                new("ru", new ListShape("Russian names.", new TextShape("A name."), OrOne: true)),
            ]),
        ])),
        new("unit", new TextShape("Unit of the number: a currency (RUB), %, minutes, hours, days or weeks.", "[A-Z]{3}|%|minutes|hours|days|weeks", "a currency such as RUB, %, minutes, hours, days or weeks")),
        new("expr", new TextShape("Other claims with + - * / and parentheses; a minus has spaces around it.")),
        new("quote", new MapShape("A figure that somebody else published.",
        [
            new("document", new TextShape("File name or id of the archived document."), Required: true),
            new("exact", new TextShape("Words of the document that contain the figure, exactly."), Required: true),
        ])),
        new("accept", new ListShape("What the check may pass over.", new ChoiceShape("unread: units nobody has read.", ["unread"]), OrOne: true)),
        new("tolerance", new TextShape("What 'about' allows for this claim, such as 5%.", @"\d{1,2}(\.\d{1,4})?%|0?\.\d{1,6}", "a percentage such as 5%")),
        new("note", new TextShape("For readers of this file.")),
        new("found_by", new ChoiceShape("value: this claim was taken from plumb suggest, since its value fits a figure. Take the key away, or add confirmed_by, when a person has looked.", ["value"])),
        new("searched", new IntegerShape("With found_by: how many counts were searched.", 0)),
        new("fitting", new IntegerShape("With found_by: how many of them gave the figure.", 0)),
        new("confirmed_by", new MapShape("With found_by: who says that it is the right one.",
        [
            new("name", new TextShape("Pseudonym of the person.", @"[^\s,;:]{2,40}", "a pseudonym such as quiet-heron-17"), Required: true),
            new("reason", new TextShape("Why it is the right one."), Required: true),
        ])),
    ]);

    /// <summary>No claims at all.</summary>
    public static ClaimsFile Empty { get; } = new(new Dictionary<string, Claim>(), new HashSet<string>(), []);

    /// <summary>What the file must look like.</summary>
    public static YamlShape Shape { get; } = new NamedShape(
        "The claims of a case, by id.", "[A-Za-z][A-Za-z0-9_.-]*", "a letter, then letters of the Latin alphabet, digits, and the signs - _ .", ClaimShape);

    /// <summary>Reads the file; a case without one has no claims.</summary>
    public static ClaimsFile Read(string path, string shownName = "claims.yaml") =>
        File.Exists(path) ? WithLines(From(YamlFile.Read(path, Shape, shownName), shownName), () => File.ReadAllLines(path)) : Empty;

    /// <summary>Reads a text.</summary>
    public static ClaimsFile Parse(string text, string shownName = "claims.yaml") =>
        WithLines(From(YamlFile.Parse(text, Shape, shownName), shownName), () => text.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>The mark of a claim that was found by its value and nobody confirmed, or of one that it is made of; null for none.</summary>
    public ClaimFinding? OpenFinding(string id) => Claims.GetValueOrDefault(id) is not { } claim ? null
        : claim.Found is { IsOpen: true } own ? own : claim.Names.Select(OpenFinding).FirstOrDefault(f => f is not null);

    /// <summary>Puts the line into each fault, for the caret.</summary>
    private static ClaimsFile WithLines(ClaimsFile file, Func<string[]> read)
    {
        if (file.Problems.All(p => p.Place.SourceLine is not null || p.Place.Line == 0))
        {
            return file;
        }

        var lines = read();
        return file with
        {
            Problems = [.. file.Problems.Select(p => p.Place is { SourceLine: null, Line: > 0 } place && place.Line <= lines.Length ? p with { Place = place with { SourceLine = lines[place.Line - 1] } } : p)],
        };
    }

    private static ClaimsFile From(YamlFile file, string shownName)
    {
        if (file.Root is null)
        {
            return Empty with { Problems = file.Problems };
        }

        var problems = file.Problems.ToList();
        var claims = new Dictionary<string, Claim>(StringComparer.Ordinal);
        var faulty = new HashSet<string>(StringComparer.Ordinal);
        var ids = file.Root.Entries.Select(e => e.Key.Text).ToList();
        foreach (var (key, value) in file.Root.Entries)
        {
            // Faults of the shape are in the file's list already; here they only keep the claim from being built.
            var shape = new YamlFaults(shownName, "");
            var tree = value as YamlMap ?? new YamlMap([], key.Line, key.Column);
            YamlCheck.Check(tree, ClaimShape, key.Text, shape);
            var before = problems.Count;
            var claim = shape.All.Count > 0 || value is not YamlMap ? null : Build(key, tree, file.Root, ids, shownName, problems);
            if (value is not YamlMap && value is YamlScalar { IsNull: true })
            {
                problems.Add(ClaimsProblems.NothingClaimed(key.Text, At(shownName, key)));
            }

            if (claim is null || problems.Skip(before).Any(p => p.Severity == Severity.Error))
            {
                faulty.Add(key.Text);
            }
            else
            {
                claims.Add(key.Text, claim);
            }
        }

        foreach (var cycle in ClaimExpression.Cycles(claims.Values))
        {
            problems.Add(ClaimsProblems.Cycle(cycle.Id, cycle.Place));
            faulty.Add(cycle.Id);
            claims.Remove(cycle.Id);
        }

        return new ClaimsFile(claims, faulty, [.. problems.OrderBy(p => p.Place.Line).ThenBy(p => p.Place.Column)]);
    }

    private static Claim Build(YamlScalar key, YamlMap tree, YamlMap all, List<string> ids, string shownName, List<Problem> problems)
    {
        var id = key.Text;
        var place = At(shownName, key);
        var made = new[] { "sql", "expr", "quote" }.Count(k => tree[k] is not null);
        if (made != 1)
        {
            problems.Add(made == 0 ? ClaimsProblems.NothingClaimed(id, place) : ClaimsProblems.TwiceClaimed(id, place));
        }

        var measure = tree.Text("measure") ?? "count";
        if (tree["measure"] is { } written && tree["sql"] is null)
        {
            problems.Add(ClaimsProblems.MeasureWithoutSql(id, At(shownName, written)));
        }

        var ofSql = OfSql(id, measure, tree, all, ids, shownName, place, problems);
        ClaimQuery? query = null, largest = null;
        if (tree.Text("sql") is { } sql)
        {
            var isRange = measure == "range";
            query = new ClaimQuery(id, sql, isRange ? Measure.Min : Enum.Parse<Measure>(measure, ignoreCase: true), ofSql);
            largest = isRange ? query with { Measure = Measure.Max } : null;
        }

        ClaimExpression? expression = null;
        if (tree["expr"] is YamlScalar expr)
        {
            expression = ClaimExpression.Parse(expr.Text, out var fault, out var offset);
            var at = At(shownName, expr) with { Column = expr.Column + offset + (expr.IsPlain ? 0 : 1), SourceLine = null };
            if (expression is null)
            {
                problems.Add(ClaimsProblems.WrongExpression(id, fault, at));
            }

            foreach (var name in expression?.Names.Where(n => !ids.Contains(n)) ?? [])
            {
                problems.Add(ClaimsProblems.UnknownInExpression(id, name, Guess.Nearest(name, ids), at));
            }
        }

        return new Claim
        {
            Id = id,
            Place = place,
            Query = query,
            Largest = largest,
            Expression = expression,
            ExpressionText = tree.Text("expr"),
            Quote = tree.Map("quote") is { } quote ? new ClaimQuote(quote.Text("document")!, quote.Text("exact")!) : null,
            Counts = Counted(tree["counts"]),
            Unit = tree.Text("unit"),
            AcceptsUnread = tree.Texts("accept").Contains("unread"),
            Tolerance = tree.Text("tolerance") is { } tolerance ? Part(tolerance) : null,
            Note = tree.Text("note"),
            Found = tree.Text("found_by") is null ? null
                : new ClaimFinding(Whole(tree.Text("searched")), Whole(tree.Text("fitting")), tree.Map("confirmed_by")?.Text("name"), tree.Map("confirmed_by")?.Text("reason")),
        };
    }

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? OfSql(string id, string measure, YamlMap tree, YamlMap all, List<string> ids, string shownName, ProblemPlace place, List<Problem> problems)
    {
        if (tree["of"] is not YamlScalar of)
        {
            if (measure == "share")
            {
                problems.Add(ClaimsProblems.ShareOfNothing(id, place));
            }

            return null;
        }

        if (measure != "share")
        {
            problems.Add(ClaimsProblems.OfWithoutShare(id, At(shownName, of)));
        }

        var whole = all[of.Text] as YamlMap;
        var sql = (whole?["sql"] as YamlScalar)?.Text;
        if (sql is null || ((whole!["measure"] as YamlScalar)?.Text ?? "count") != "count")
        {
            problems.Add(ClaimsProblems.ShareOfWhat(id, of.Text, all[of.Text] is null ? Guess.Nearest(of.Text, ids) : null, all[of.Text] is null, At(shownName, of)));
        }

        return sql;
    }

    private static Dictionary<string, IReadOnlyList<string>> Counted(YamlNode? counts)
    {
        var names = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (counts is YamlMap map)
        {
            foreach (var (language, _) in map.Entries)
            {
                names[language.Text] = map.Texts(language.Text);
            }
        }
        else if (counts is not null)
        {
            var list = counts is YamlList several ? several.Items.OfType<YamlScalar>().Select(s => s.Text) : [((YamlScalar)counts).Text];
            foreach (var group in list.GroupBy(n => n.Any(c => c is >= 'А' and <= 'я' or 'ё') ? "ru" : "en"))
            {
                names[group.Key] = [.. group];
            }
        }

        return names;
    }

    private static decimal Part(string text) =>
        text.EndsWith('%')
            ? decimal.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture) / 100
            : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static ProblemPlace At(string shownName, YamlNode node) => new(shownName, node.Line, node.Column);
}
