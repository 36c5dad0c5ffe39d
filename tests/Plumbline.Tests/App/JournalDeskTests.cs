using Plumbline.App.Cases;
using Plumbline.App.Texts;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>The journal as people leaf through it.</summary>
public sealed class JournalDeskTests : IDisposable
{
    private readonly TestCase given = FinedNotes.Given();
    private readonly OpenCase open;

    public JournalDeskTests() => open = new OpenCase(given.Folder, HostileInputTests.Options(given));

    private string One => given.Query("SELECT unit_id FROM notes WHERE file = 'one.txt'").Single();

    [Fact]
    public void Pages_hold_all_entries_once_newest_first()
    {
        for (var i = 0; i < JournalDesk.PageSize; i++)
        {
            given.Give($"more-{i}.txt", $"Text {i}.\n");
        }

        using var journal = Journal.OpenRead(given.Folder);
        var first = open.Log.Read(new JournalQuery(), 0);
        var second = open.Log.Read(new JournalQuery(), 1);
        Assert.Equal(journal.Entries().Count(), first.All);
        Assert.Equal(JournalDesk.PageSize, first.Entries.Count);
        var all = first.Entries.Concat(second.Entries).ToList();
        Assert.Equal(first.All, all.Count);
        Assert.Equal(journal.Entries().Select(e => e.Hash).Order(StringComparer.Ordinal), all.Select(e => e.Hash).Order(StringComparer.Ordinal));
        Assert.Equal(all.Select(e => e.At).OrderDescending(), all.Select(e => e.At));
    }

    [Fact]
    public void Filters_narrow_by_person_kind_day_and_unit()
    {
        JournalPage Read(JournalQuery query) => open.Log.Read(query, 0);
        Assert.Equal(DecisionWords.Coding, Assert.Single(Read(new JournalQuery { What = "coding" }).Entries).What);
        Assert.Equal(2, Read(new JournalQuery { What = "ingest", Who = "coder-test" }).All);
        Assert.Equal(["ingest", "coding"], Read(new JournalQuery { Unit = One[..8] }).Entries.Select(e => e.What).OrderDescending());
        Assert.Equal(0, Read(new JournalQuery { To = "2001-01-01" }).All);
        Assert.Equal(Read(new JournalQuery()).All, Read(new JournalQuery { From = "2001-01-01", To = "2999-12-31" }).All);
        Assert.Equal(0, Read(new JournalQuery { Who = "nobody" }).All);
        Assert.Throws<UsageException>(() => Read(new JournalQuery { From = "yesterday" }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_kind_of_entry_is_a_sentence_in_both_languages(bool isRussian)
    {
        open.Units.TakeBack(One, "outcome");
        var sentences = new JournalSentences(isRussian ? Language.Russian : Language.English, new Dictionary<string, Terms>());
        var said = open.Log.Read(new JournalQuery(), 0).Entries.ToDictionary(e => e.Hash, sentences.Of);
        Assert.All(said.Values, s => Assert.DoesNotMatch(@"\{\d\}|^[a-z]+(-[a-z]+)+$", s.Sentence));
        Assert.Contains(said.Values, s => s.Unit == One && s.Sentence.Contains("outcome", StringComparison.Ordinal));
        Assert.Equal(isRussian, said.Values.All(s => s.Sentence.Any(c => c is >= 'а' and <= 'я' or '—')));
    }

    [Fact]
    public void What_others_said_of_units_is_hidden_from_who_codes_blind()
    {
        var sentences = new JournalSentences(Language.English, open.Log.Protected(), "somebody-else");
        var own = new JournalSentences(Language.English, open.Log.Protected(), open.Who);
        var entry = open.Log.Read(new JournalQuery { What = "coding" }, 0).Entries[0];
        Assert.Contains("hidden", sentences.Of(entry).Sentence, StringComparison.Ordinal);
        Assert.Null(sentences.Of(entry).Note);
        Assert.DoesNotContain("hidden", own.Of(entry).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_is_not_to_be_named_is_not_named()
    {
        File.WriteAllText(given.Folder.SourcesYaml, "clerk:\n  terms: not-for-publication\n");
        var sentences = new JournalSentences(Language.English, open.Log.Protected());
        var said = open.Log.Read(new JournalQuery { What = "ingest" }, 0).Entries.Select(e => sentences.Of(e).Sentence).ToList();
        Assert.DoesNotContain(said, s => s.Contains("clerk", StringComparison.Ordinal) || s.Contains("one.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verifying_finds_a_changed_file_of_the_archive()
    {
        open.Log.Verify();
        await open.Log.Verifying.WhenDone();
        Assert.True(open.Log.Verifying.Result!.IsIntact);
        var blob = Directory.EnumerateFiles(given.Folder.Archive, "*", SearchOption.AllDirectories).First(f => Path.GetFileName(f).Length >= 60);
        File.SetAttributes(blob, FileAttributes.Normal);
        File.AppendAllText(blob, "x");
        open.Log.Verify();
        await open.Log.Verifying.WhenDone();
        Assert.False(open.Log.Verifying.Result!.IsIntact);
    }

    public void Dispose()
    {
        open.Dispose();
        given.Dispose();
    }
}
