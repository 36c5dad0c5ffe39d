using Plumbline.Cases;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cases;

public sealed class SourceListTests
{
    private const string Written = """
        # who gave us what
        clerk:            # met twice
          kind: person
          terms: background   # said on the phone
          documents:
            - "note-*.txt"
        "court site":
          kind: body
          documents: [a.html, 'b.html']   # fetched

        # end
        """ + "\n";

    [Fact]
    public void All_faults_are_told_at_once_with_line_and_column()
    {
        var problems = new List<Problem>();
        SourceList.Parse("a:\n  terms: secret\n  kind: bird\n  colour: red\n", problems);
        Assert.Equal([("YML012", 2, 10), ("YML012", 3, 9), ("YML010", 4, 3)], problems.Select(p => (p.Code, p.Place.Line, p.Place.Column)));

        problems.Clear();
        SourceList.Parse("a:\n  until: 2026-02-30\nb:\n  then: background\nc:\n  documents: abcdef\n  name: Ivan\n  terms: background\n", problems);
        Assert.Equal([("CAS021", 2), ("CAS022", 4), ("CAS023", 6), ("CAS025", 7)], problems.Select(p => (p.Code, p.Place.Line)));
    }

    [Fact]
    public void Terms_hold_through_their_last_day_and_then_end()
    {
        var list = Read("a:\n  terms: not-for-publication\n  until: 2026-12-31\nb:\n  terms: on-record\n  until: 2026-12-31\n  then: background\nc:\n");
        Terms On(string id, int day) => list.Find(id)!.TermsOn(new DateOnly(2026, 12, 31).AddDays(day));
        Assert.Equal((Terms.NotForPublication, Terms.OnRecord), (On("a", 0), On("a", 1)));
        Assert.Equal((Terms.OnRecord, Terms.Background), (On("b", 0), On("b", 1)));
        Assert.Equal(Terms.OnRecord, On("c", 0));
    }

    [Fact]
    public void A_file_belongs_to_who_was_named_and_to_whose_documents_name_it()
    {
        var list = Read(Written);
        var document = DocumentId.Of("x"u8);
        Assert.Equal(["clerk"], list.Of(document, "NOTE-1.txt", "", null));
        Assert.Equal(["court site", "clerk"], list.Of(document, "note-1.txt", "", "court site"));
        Assert.Empty(list.Of(document, "c.html", "", null));
        Assert.Equal(["d"], Read($"d:\n  documents: {document.Hex[..8]}\n").Of(document, "any", "", null));
    }

    [Fact]
    public void An_entry_is_changed_and_every_other_character_stands()
    {
        var changed = SourceEdit.Set(Written, Read(Written), "clerk", new SourceChange
        {
            Terms = Terms.NotForPublication, Until = new DateOnly(2027, 1, 31), Pseudonym = "a court's \"clerk\"", Documents = ["c.html", "note-*.txt"],
        });
        Assert.Equal(Written.Replace("terms: background   #", "terms: not-for-publication   #", StringComparison.Ordinal)
            .Replace("on the phone\n", "on the phone\n  until: 2027-01-31\n", StringComparison.Ordinal)
            .Replace("- \"note-*.txt\"\n", "- \"note-*.txt\"\n    - c.html\n", StringComparison.Ordinal)
            .Replace("kind: person\n", "kind: person\n", StringComparison.Ordinal)
            .Replace("  terms: not", "  terms: not", StringComparison.Ordinal), changed.Replace("  pseudonym: \"a court's \\\"clerk\\\"\"\n", "", StringComparison.Ordinal));
        Assert.Equal("a court's \"clerk\"", Read(changed).Find("clerk")!.Pseudonym);

        var other = SourceEdit.Set(Written, Read(Written), "court site", new SourceChange { Documents = ["d.html"] });
        Assert.Equal(Written.Replace("[a.html, 'b.html']", "[a.html, 'b.html', d.html]", StringComparison.Ordinal), other);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment")]
    [InlineData("a:\n")]
    [InlineData("a: {kind: body}\n")]
    [InlineData("a:\n  documents: x.txt # one\n")]
    public void A_source_is_added_to_any_file_or_refused_unspoiled(string text)
    {
        foreach (var id in new[] { "a", "новый источник", "x: y", "null" })
        {
            try
            {
                var after = Read(SourceEdit.Set(text, Read(text), id, new SourceChange { Kind = "body", Documents = ["*.pdf"] }));
                Assert.Equal(("body", true), (after.Find(id)!.Kind, after.Find(id)!.Documents.Contains("*.pdf")));
            }
            catch (UsageException e)
            {
                Assert.Equal("CAS027", e.Code);
                Assert.Contains('{', text);
            }
        }
    }

    [Fact]
    public void A_word_that_can_name_no_source_is_refused()
    {
        foreach (var id in new[] { "", " a", "a ", "a\nb", new string('a', 101) })
        {
            Assert.Equal("CAS026", Assert.Throws<UsageException>(() => SourceEdit.Set("", SourceList.Empty, id, new SourceChange { Kind = "body" })).Code);
        }
    }

    [Fact]
    public void A_changed_file_is_whole_on_disk()
    {
        using var given = new TestCase();
        SourceEdit.Set(given.Folder, "a", new SourceChange { Terms = Terms.Background });
        SourceEdit.Set(given.Folder, "b", new SourceChange { Note = "x # y" });
        Assert.Equal(["a", "b"], SourceList.Read(given.Folder).All.Select(s => s.Id));
        Assert.Equal("x # y", SourceList.Read(given.Folder).Find("b")!.Note);
    }

    private static SourceList Read(string text)
    {
        var problems = new List<Problem>();
        var list = SourceList.Parse(text, problems);
        Assert.DoesNotContain(problems, p => p.Severity == Severity.Error);
        return list;
    }
}
