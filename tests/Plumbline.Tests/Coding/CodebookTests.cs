using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Coding;

public sealed class CodebookTests
{
    [Fact]
    public void All_faults_are_told_at_once_with_line_column_and_guess() => Golden.Verify(string.Join('\n', Coded.Faults("""
        unit: select
        of: document
        key: [cuort, decided]
        split: постановление
        sections:
          facts: {heading: "УСТА НОВИЛ"}
          empty: {}
          inner: {paragraphs: суд, in: fact}
        variables:
          file: {type: text}
          court: {type: entity, rules: [{read: cuort}, {read: date}, {read: court, value: x}]}
          outcome:
            type: category
            values: {fine: Штраф, arrest: Арест}
            silence: fne
            rules:
              - {value: fien, when: штраф}
              - {value: fine, when: 'штраф w/ 5', in: operativ}
              - {value: fine, when: 'section:fatcs штраф'}
              - {value: fine}
              - {value: fine, when: штраф, pick: first}
          sum: {type: money, if: {outcom: fine}, rules: [{read: money, within: 5}]}
          a: {type: yes/no, if: {b: yes}}
          b: {type: yes/no, if: {a: maybe}}
          day: {type: date, format: dd-yyyy, column: Day}
          kind: {type: category}
          word: {type: txet}
        """)));

    [Theory]
    [InlineData("*.html", null, "page.HTML", null, true)]
    [InlineData("*.html", null, "page.txt", null, false)]
    [InlineData(null, "court", "page.txt", "court", true)]
    [InlineData(null, "court", "page.txt", null, false)]
    [InlineData(null, null, "page.txt", "any", true)]
    public void A_codebook_says_which_documents_it_is_for(string? files, string? sources, string file, string? source, bool expected)
    {
        var documents = string.Join(", ", new[] { files is null ? null : $"files: '{files}'", sources is null ? null : $"sources: {sources}" }.OfType<string>());
        var book = Coded.Book($"unit: pages\ndocuments: {{{documents}}}\nvariables: {{}}");
        Assert.Equal(expected, book.AppliesTo(file, source, isTable: false));
        Assert.False(book.AppliesTo(file, source, isTable: true));
    }

    [Fact]
    public void Documents_of_a_register_are_for_a_codebook_that_names_it_and_for_no_other()
    {
        var any = Coded.Book("unit: pages\nvariables: {}");
        var letters = Coded.Book("unit: letters\ndocuments: {register: letters}\nvariables: {}");
        bool[] Reads(string folder) => [any.AppliesTo("a.txt", null, isTable: false, folder), letters.AppliesTo("a.txt", null, isTable: false, folder)];
        Assert.Equal([true, false], Reads(""));
        Assert.Equal([true, false], Reads("letters"));
        Assert.Equal([false, true], Reads("/letters"));
        Assert.Equal([false, false], Reads("/replies"));
        Assert.NotEqual(Coded.Book("unit: letters\nvariables: {}").ShapeHash, letters.ShapeHash);
    }

    [Fact]
    public void A_missing_file_is_a_problem()
    {
        var problems = new List<Problem>();
        Assert.Null(Codebook.Read("no-such-codebook.yaml", "codebooks/x.yaml", problems));
        Assert.Equal("YML001", Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("rulings-ru/codebooks/rulings.yaml")]
    [InlineData("blank/codebooks/texts.yaml")]
    public void Templates_are_right(string path) => Coded.Book(Coded.Template(path));

    [Fact]
    public void Facial_recognition_is_never_certain() =>
        Assert.DoesNotContain(Coded.Book(Coded.Template("rulings-ru/codebooks/rulings.yaml")).Rules("facial_recognition").Rules, r => r.IsCertain);
}
