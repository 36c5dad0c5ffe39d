using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Changes;
using Plumbline.Tests.Coding;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

/// <summary>What a rule finds while it is written is what it would code.</summary>
public sealed class CodebookPreviewTests
{
    private const string Book = """
        unit: notes
        sections: {head: {starts: beginning}, tail: {heading: ДАЛЕЕ}}
        variables:
          outcome:
            type: category
            values: {fine: Fine, arrest: Arrest}
            rules:
              - {value: fine, when: fine, in: tail, unless: w/s lifted}
              - {value: arrest, when: cell}
          sum: {type: money, currency: RUB, rules: [{read: money, at: fine, pick: first}]}
        """;

    private static readonly string[] Texts =
    [
        "A fine was spoken of.\n\nДАЛЕЕ:\n\nNothing came of it.", "Words.\n\nДАЛЕЕ:\n\nA fine of 500 руб. was set.", "Words.\n\nДАЛЕЕ:\n\nThe fine was lifted.",
        "A cell.\n\nДАЛЕЕ:\n\nA fine of 700 руб.", "Nothing here.\n\nДАЛЕЕ:\n\nNothing there.", "A cell, and that is all.",
    ];

    [Fact]
    public void A_preview_counts_what_a_build_codes()
    {
        using var given = Given();
        using var built = BuiltCase.Open(given.Folder);
        foreach (var variable in built.Codebooks[0].Parts.Variables)
        {
            foreach (var rule in variable.Rules)
            {
                var alone = Texts.Count(t => Coded.Codings(Book, t).Any(c => c.Coder.Name == rule.Name));
                var report = built.Preview(built.Codebooks[0], rule, variable.Variable, new CaseSearchOptions(), CancellationToken.None);
                // A rule behind another may find more than it decides.
                Assert.True(report.Texts >= alone, rule.Name);
                Assert.Equal(2, report.Texts);
                Assert.Equal(report.Texts, report.First.Count);
            }
        }
    }

    [Fact]
    public void What_was_found_so_far_comes_from_all_over_the_case_and_ends_with_all()
    {
        using var folder = new TemporaryFolder();
        using var part = Plumbline.Tests.Coding.Tokens.TokenPartTests.Write(folder["a"], Enumerable.Range(0, 4_000).Select(i => i % 4 == 0 ? $"Fine {i}." : $"Nothing {i}."));
        var book = Coded.Book("unit: notes\nvariables: {fined: {type: yes/no, rules: [{value: yes, when: fine}]}}");
        var variable = book.Parts.Variables[0];
        var told = new List<RuleSearchSoFar>();
        var scope = new Plumbline.Coding.Queries.WholeDocuments([part]);
        RuleSearchResult Run(Action<RuleSearchSoFar>? soFar) => RuleSearch.Run(
            variable.Rules[0], variable.Variable, [part], scope, (_, _) => "", new Plumbline.Coding.Queries.SearchOptions { FirstUnits = 5 }, soFar, CancellationToken.None);
        var all = Run(told.Add);
        Assert.Equal(1_000, all.Units);
        Assert.True(told.Count > 4, $"told {told.Count} times");
        Assert.All(told, s => Assert.Equal((4_000L, s.Looked / 4), (s.Of, s.Found.Units)));
        Assert.Equal(told.Select(s => s.Looked).Order(), told.Select(s => s.Looked));
        Assert.Equal((4_000L, all.Units, all.Documents), (told[^1].Looked, told[^1].Found.Units, told[^1].Found.Documents));

        // The first ones at the end are those of the archive's order, however the work was shared.
        Assert.Equal([0, 4, 8, 12, 16], all.First.Select(f => f.Document));
        Assert.Equal(all.First.Select(f => f.Document), Run(null).First.Select(f => f.Document));
    }

    [Fact]
    public void Sections_that_the_build_wrote_down_are_those_that_are_found_anew()
    {
        using var given = Given();
        var files = Directory.GetFiles(Path.Combine(given.Folder.Root, ".plumb", "build"), "*.sections", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        string[] Show()
        {
            using var built = BuiltCase.Open(given.Folder);
            var options = new CaseSearchOptions();
            return
            [
                .. built.Codebooks[0].Parts.Variables.SelectMany(v => v.Rules.Select(r => built.Preview(built.Codebooks[0], r, v.Variable, options, CancellationToken.None)))
                    .Append(built.Search("section:tail fine", options)).Append(built.Search("section:head NOT fine", options))
                    .Select(r => $"{r.Texts} {string.Join(' ', r.First.SelectMany(f => f.Hits).Select(h => $"{h.Start}-{h.End} {h.Section}"))}"),
            ];
        }

        var written = Show();
        var codebook = Coded.Book(Book);
        foreach (var path in files)
        {
            var sections = Plumbline.Pipeline.Parts.SectionFile.Read(path)!;
            var members = Plumbline.Pipeline.Parts.MemberFile.Read(Path.ChangeExtension(path, ".members"));
            for (var i = 0; i < members.Length; i++)
            {
                var (tokens, vocabulary) = Plumbline.Coding.Tokens.TextTokens.Of(Texts[members[i].DocumentOrdinal]);
                var found = new List<Plumbline.Coding.Queries.SectionRange>();
                new Plumbline.Coding.Sections.SectionFinder(codebook.Parts.Sections, vocabulary).Find(tokens, tokens.All, Texts[members[i].DocumentOrdinal], found);
                Assert.Equal(found, sections.Of(i));
            }
        }

        // A codebook whose sections were edited has none written down: the same words, found anew.
        var renamed = Coded.Book(Book.Replace("{head:", "{unused: {heading: NOWHERE}, head:", StringComparison.Ordinal));
        using var other = BuiltCase.Open(given.Folder);
        foreach (var (rule, variable) in renamed.Parts.Variables.SelectMany(v => v.Rules.Select(r => (r, v.Variable))))
        {
            Assert.Equal(2, other.Preview(renamed, rule, variable, new CaseSearchOptions(), CancellationToken.None).Texts);
        }

        Assert.Equal(written, Show());
    }

    [Fact]
    public void Codings_that_would_change_are_told_value_by_value()
    {
        using var given = Given();
        using var built = BuiltCase.Open(given.Folder);
        Assert.Null(built.Moves(built.Codebooks[0], "outcome", null, CancellationToken.None));
        var changed = Coded.Book(Book.Replace(", unless: w/s lifted", "", StringComparison.Ordinal).Replace("when: cell", "when: dungeon", StringComparison.Ordinal));
        var moves = built.Moves(changed, "outcome", null, CancellationToken.None)!;
        Assert.Equal(["arrest > unclear 1", "not-stated > fine 1"], moves.Select(m => $"{m.Before} > {m.After} {m.Texts}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Words_that_no_text_has_and_rules_that_meet_are_noted()
    {
        using var given = Given();
        using var built = BuiltCase.Open(given.Folder);
        var yaml = Book.Replace("when: cell", "when: 'cell OR dung*'", StringComparison.Ordinal).Replace("at: fine", "at: penalty", StringComparison.Ordinal);
        Assert.Equal(
            ["COD124 outcome/arrest", "COD125 sum/money", "COD127 outcome/arrest"],
            built.Lint(Coded.Book(yaml), yaml, CancellationToken.None).Select(p => p.Code + (p.Sentence.Contains("sum/", StringComparison.Ordinal) ? " sum/money" : " outcome/arrest")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_people_settled_is_what_rules_are_scored_on()
    {
        using var given = Given();
        string unit;
        using (var built = BuiltCase.Open(given.Folder))
        {
            unit = built.Preview(built.Codebooks[0], built.Codebooks[0].Parts.Variables[0].Rules[0], built.Codebooks[0].Kind.Variables[0], new CaseSearchOptions(), CancellationToken.None).First[0].Unit;
            Assert.Empty(built.Settled(built.Codebooks[0]));
        }

        Assert.Equal(Plumbline.Cli.ExitCode.Clean, Cli.CommandLine.Run("code", given.Folder.Root, unit, "outcome", "fine", "--quote", "fine", "--as", "quiet-heron-17").Code);
        given.Build();
        using var again = BuiltCase.Open(given.Folder);
        var label = Assert.Single(again.Settled(again.Codebooks[0]));
        Assert.Equal((unit, "fine"), (label.Name, Assert.Single(label.Truth["outcome"])));
        Assert.Contains("fine", label.Text, StringComparison.Ordinal);
    }

    private static TestCase Given()
    {
        var given = new TestCase();
        given.Codebook("notes", Book);
        for (var i = 0; i < Texts.Length; i++)
        {
            given.Give($"note-{i}.txt", Texts[i]);
        }

        given.Build();
        return given;
    }
}
