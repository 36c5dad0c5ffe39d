namespace Plumbline.Tests.Coding;

public sealed class RuleHashTests
{
    private const string Yaml = """
        unit: rulings
        sections:
          introduction: {starts: beginning}
        variables:
          a:
            type: yes/no
            rules:
              - {value: yes, when: альфа}
          b:
            type: yes/no
            if: {a: yes}
            rules:
              - {value: yes, when: бета}
          c:
            type: yes/no
            rules:
              - {value: yes, when: гамма}

        """;

    [Theory]
    [InlineData("# comment\n", "")]
    [InlineData("when: альфа", "abc")]
    [InlineData("when: бета", "b")]
    [InlineData("when: гамма", "c")]
    [InlineData("starts: beginning", "abc*")]
    [InlineData("if: {a: yes}", "b")]
    public void A_hash_changes_with_what_the_codings_depend_on_and_nothing_else(string change, string changed)
    {
        var after = change switch
        {
            "# comment\n" => change + Yaml.Replace("{value: yes, when: альфа}", "{when: альфа, value: yes} # why"),
            "starts: beginning" => Yaml.Replace(change, "heading: УСТАНОВИЛ"),
            "if: {a: yes}" => Yaml.Replace(change, "if: {a: no}"),
            _ => Yaml.Replace(change, change + "2"),
        };
        var (one, two) = (Coded.Book(Yaml), Coded.Book(after));
        var differ = string.Concat("abc".Where(v => one.RuleHash(v.ToString()) != two.RuleHash(v.ToString())))
                     + (one.ShapeHash != two.ShapeHash ? "*" : "");
        Assert.Equal(changed is "abc" ? "ab" : changed, differ);
    }

    [Fact]
    public void Instructions_change_the_definition_and_so_the_hash() => Assert.NotEqual(
        Coded.Book(Yaml).RuleHash("c"), Coded.Book(Yaml.Replace("  c:\n", "  c:\n    instructions: Look twice.\n")).RuleHash("c"));

    [Fact]
    public void A_label_changes_nothing() => Assert.Equal(
        Coded.Book(Yaml).RuleHash("c"), Coded.Book(Yaml.Replace("  c:\n", "  c:\n    label: Third\n")).RuleHash("c"));
}
