using Plumbline.Coding;
using Plumbline.Coding.Names;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Coding;

public sealed class NameListTests
{
    private const string Courts = """
        name,also,place
        Тверской районный суд города Москвы,,Москва
        Тверской районный суд,,Тверская область
        Ленинский районный суд,,Томская область
        Ленинский районный суд,,Удмуртская Республика|Удмуртия
        Выдуманский городской суд,,Сказочная область
        Ханты-Мансийский районный суд,,Ханты-Мансийский автономный округ
        Московский городской суд,Мосгорсуд,Москва
        Верховный Суд Российской Федерации,,
        Верховный Суд Республики Татарстан,,Татарстан
        Второй кассационный суд общей юрисдикции,,
        """;

    [Theory]
    [InlineData("Тверской районный суд г. Москвы", "Тверской районный суд города Москвы")]
    [InlineData("Тверского районного суда гор. Москвы", "Тверской районный суд города Москвы")]
    [InlineData("ТВЕРСКОЙ РАЙОННЫЙ СУД МОСКВЫ", "Тверской районный суд города Москвы")]
    [InlineData("Тверской рай онный\nсуд горо да Москвы", "Тверской районный суд города Москвы")]
    [InlineData("Твeрской районный суд города Мocквы", "Тверской районный суд города Москвы")] // Latin e, o, c
    [InlineData("Тверской районный суд Тверской области", "Тверской районный суд")]
    [InlineData("Ленинский районный суд Томской области", "Ленинский районный суд (Томская область)")]
    [InlineData("Ленинского районного суда Удмуртии", "Ленинский районный суд (Удмуртская Республика)")]
    [InlineData("Ленинским районным судом Удмуртской Республики", "Ленинский районный суд (Удмуртская Республика)")]
    [InlineData("Выдуманский городской суд", "Выдуманский городской суд")]
    [InlineData("Выдуманского горо дского суда Сказочной обл.", "Выдуманский городской суд")]
    [InlineData("Ханты - Мансийский районный суд Ханты - Мансийского автономного округа", "Ханты-Мансийский районный суд")]
    [InlineData("Мосгорсудом", "Московский городской суд")]
    [InlineData("Верховного Суда РФ", "Верховный Суд Российской Федерации")]
    [InlineData("Верховный суд Татарстана", "Верховный Суд Республики Татарстан")]
    public void A_name_in_another_case_spacing_or_shortening_is_the_official_one(string read, string official) =>
        Assert.Equal(official, Read(Courts).Official(read));

    [Theory]
    [InlineData("Ленинский районный суд", 2)] // Which of the two?
    [InlineData("Тверской районный суд", 2)] // Moscow's, cut short, or that of the region
    [InlineData("Ленинский районный суд г. Перми", 0)]
    [InlineData("Ленинский районный суд <адрес>", 0)]
    [InlineData("Верховный суд", 2)]
    [InlineData("Верховный Суд Республики Коми", 0)]
    [InlineData("Второй кассационный суд", 0)] // Cut short, and the list is not said to be complete.
    [InlineData("суд", 0)]
    [InlineData("", 0)]
    [InlineData("Московский районный суд", 0)]
    [InlineData("Тверской районный суд города Москвы Тверской области", 0)]
    public void What_fits_none_or_several_stays_as_it_was_read(string read, int fits)
    {
        var match = Read(Courts).Match(read);
        Assert.Equal((null, fits), (match.Official, match.Fits));
    }

    [Fact]
    public void In_a_complete_list_a_name_cut_short_is_the_only_one_that_begins_so()
    {
        var list = Read(Courts, "complete: true");
        Assert.Equal("Второй кассационный суд общей юрисдикции", list.Official("Второго кассационного суда"));
        Assert.Null(list.Match("Тверской районный суд").Official);
    }

    [Fact]
    public void Columns_of_any_registry_are_named_in_the_codebook_and_rows_of_one_court_are_one_entry()
    {
        var list = Read(
            "municipality;region;oktmo;court_name;court_code\nГород А;Сказочная;1;Выдуманский районный суд;01\nРайон Б;Сказочная;2;Выдуманский районный суд;01\nГород В;Былинная;3;Выдуманский районный суд;02\n",
            "name: court_name, place: region");
        Assert.Equal(2, list.Entries.Count);
        Assert.Equal("Выдуманский районный суд (Былинная)", list.Official("Выдуманского районного суда Былинной области"));
        var bracketed = Read("name\nВыдуманский районный суд (Сказочная область)\nВыдуманский районный суд (Былинная область)\n");
        Assert.Equal("Выдуманский районный суд (Былинная область)", bracketed.Official("Выдуманский районный суд Былинной области"));
    }

    [Fact]
    public void A_hostile_name_costs_little_time()
    {
        var letters = string.Concat(Enumerable.Repeat("абв", 90));
        var list = Read("name,place\n" + string.Join(' ', Enumerable.Repeat("абв", 60)) + "," + string.Join('|', Enumerable.Repeat("абв", 20).Select((a, i) => a + i)) + "\n");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Null(list.Match(letters + "щ").Official);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_value_is_given_officially_with_the_words_it_was_read_from()
    {
        using var made = Case(Courts);
        var coding = Single(made, "Судья Тверского районного суда гор. Москвы Вымыслов В.В.");
        Assert.Equal("Тверской районный суд города Москвы", coding.Value!.Value.Text);
        Assert.Equal("Тверского районного суда гор. Москвы", Assert.IsType<TextSelector>(coding.Evidence).Exact);
        Assert.True(coding.IsCertain);
        var unsure = Single(made, "Судья Ленинского районного суда Вымыслов В.В.");
        Assert.Equal(("Ленинский районный суд", false), (unsure.Value!.Value.Text, unsure.IsCertain));
        var other = Single(made, "Судья Небылицынского районного суда Вымыслов В.В.");
        Assert.Equal(("Небылицынский районный суд", true), (other.Value!.Value.Text, other.IsCertain));
    }

    [Fact]
    public void Two_spellings_of_one_name_in_one_text_are_one_value()
    {
        using var made = Case(Courts, pick: false);
        Assert.Equal(Status.Stated, Single(made, "Тверской районный суд г. Москвы. Судья Тверского районного суда города Москвы.").Status);
        Assert.Equal(Status.Unclear, Single(made, "Тверской районный суд г. Москвы. Судья Мещанского районного суда города Москвы.").Status);
    }

    [Fact]
    public void Another_list_codes_the_variable_again_and_changes_no_definition()
    {
        using var made = Case(Courts);
        var before = Book(made);
        File.AppendAllText(made["lists", "courts.csv"], "Небылицынский районный суд,,\n");
        var after = Book(made);
        Assert.NotEqual(before.RuleHash("court"), after.RuleHash("court"));
        Assert.NotEqual(before.Rules("court").Rules[0].Version, after.Rules("court").Rules[0].Version);
        Assert.Equal(before.Rules("court").DefinitionHash, after.Rules("court").DefinitionHash);
        Assert.Equal(before.RuleHash("judge"), after.RuleHash("judge"));
        Assert.Equal(before.ShapeHash, after.ShapeHash);
        File.WriteAllText(made["lists", "courts.csv"], File.ReadAllText(made["lists", "courts.csv"]).Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(after.RuleHash("court"), Book(made).RuleHash("court"));
    }

    [Theory]
    [InlineData("names: lists/none.csv", "COD117 The list lists/none.csv can't be used: there is no such file in the case.")]
    [InlineData("names: lists/empty.csv", "COD117 The list lists/empty.csv can't be used: it is empty.")]
    [InlineData("names: {list: lists/courts.csv, name: nam}", "COD118 The list lists/courts.csv has no column 'nam'.")]
    [InlineData("names: {list: lists/courts.csv, place: region}", "COD118 The list lists/courts.csv has no column 'region'.")]
    [InlineData("names: ../courts.csv", "'../courts.csv'")]
    public void A_list_that_cannot_be_used_is_a_fault_of_the_codebook(string names, string fault)
    {
        using var made = Case(Courts, names);
        File.WriteAllText(made["lists", "empty.csv"], "");
        var problems = new List<Problem>();
        Assert.Null(Codebook.Read(made["codebooks", "rulings.yaml"], "c.yaml", problems));
        Assert.Contains(fault, $"{problems[0].Code} {problems[0].Sentence}", StringComparison.Ordinal);
    }

    [Fact]
    public void Lint_tells_names_that_nothing_tells_apart()
    {
        using var made = Case("name,also,place\nВыдуманский суд,,\nНебылицынский суд,Выдуманский суд,\nСказочный суд,,А\nСказочный суд,,Б\n");
        var path = made["codebooks", "rulings.yaml"];
        var found = Plumbline.Coding.Linting.CodebookLint.Run(Book(made), File.ReadAllText(path)).Where(p => p.Code == "COD128").ToList();
        Assert.Equal(("lists/courts.csv", 3), (found.Single().Place.File!, found.Single().Place.Line));
        Assert.Contains("row 2", found[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_is_settled_when_the_list_has_it_as_it_stands_else_it_took_a_guess()
    {
        using var made = Case(Courts);
        File.WriteAllText(made["codebooks", "rulings.yaml"], "unit: cases\nof: row\nvariables:\n  court: {type: entity, column: Court, names: lists/courts.csv}\n");
        var codings = new List<Plumbline.Evidence.Coding>();
        var coder = new RecordCoder(Book(made), ["court"], ["Court"]);
        coder.Code(new UnitId("0"), new SourceRow(1, 2, ["МОСГОРСУД"]), codings);
        coder.Code(new UnitId("1"), new SourceRow(2, 3, ["Тверской р-й суд"]), codings);
        coder.Code(new UnitId("2"), new SourceRow(3, 4, ["Выдуманский гор.\u00a0суд"]), codings);
        coder.Code(new UnitId("3"), new SourceRow(4, 5, ["Выдуманского городского суда"]), codings);
        Assert.Equal(
            ["Московский городской суд Column", "Тверской р-й суд Column", "Выдуманский гор.\u00a0суд Column", "Выдуманский городской суд Rule"],
            codings.Select(c => $"{c.Value!.Value.Text} {c.Coder.Kind}"));
    }

    [Fact]
    public void The_template_has_each_of_its_courts_once_and_finds_them_as_rulings_write_them()
    {
        var problems = new List<Problem>();
        var path = Path.Combine(Repository.Root, "src", "Plumbline", "Templates", "rulings-ru", "codebooks", "rulings.yaml");
        var names = Codebook.Read(path, "rulings.yaml", problems)!.Rules("court").Names!;
        Assert.Empty(names.Doubles());
        Assert.Equal("Симоновский районный суд города Москвы", names.Official("Симоновского районного суда г.Москвы"));
        Assert.Equal("Верховный Суд Российской Федерации", names.Official("Верховный суд РФ"));
        Assert.Equal("Второй кассационный суд общей юрисдикции", names.Official("Второй КСОЮ"));
        Assert.All(names.Entries, e => Assert.Equal(e.Name, names.Official(e.Name)));
    }

    private static NameList Read(string csv, string? columns = null)
    {
        using var made = Case(csv, columns is null ? null : $"names: {{list: lists/courts.csv, {columns}}}");
        return Book(made).Rules("court").Names!;
    }

    private static Codebook Book(TemporaryFolder made)
    {
        var problems = new List<Problem>();
        var book = Codebook.Read(made["codebooks", "rulings.yaml"], "c.yaml", problems);
        Assert.Empty(problems.Select(p => $"{p.Code} {p.Sentence}"));
        return book!;
    }

    private static TemporaryFolder Case(string csv, string? names = null, bool pick = true)
    {
        var made = new TemporaryFolder();
        Directory.CreateDirectory(made["codebooks"]);
        Directory.CreateDirectory(made["lists"]);
        File.WriteAllText(made["lists", "courts.csv"], csv);
        File.WriteAllText(
            made["codebooks", "rulings.yaml"],
            $"unit: rulings\nvariables:\n  court:\n    type: entity\n    {names ?? "names: lists/courts.csv"}\n    rules: [{{read: court, certain: true{(pick ? ", pick: fullest" : "")}}}]\n  judge:\n    type: text\n    rules: [{{read: text}}]\n");
        return made;
    }

    private static Plumbline.Evidence.Coding Single(TemporaryFolder made, string text)
    {
        var book = Book(made);
        var (tokens, vocabulary) = Plumbline.Coding.Tokens.TextTokens.Of(text);
        var into = new List<Plumbline.Evidence.Coding>();
        new TextCoder(book, vocabulary, ["court"]).Code(
            new TextMember(new UnitId("0"), text, tokens, new Plumbline.Coding.Tokens.TokenRange(0, tokens.Count), IsWhole: true, []), into);
        return Assert.Single(into);
    }
}
