using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Plumbline.App.Cases;
using Plumbline.App.Hosting;
using Plumbline.App.Texts;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>What comes out of files, and what a browser says that files are called.</summary>
public sealed class HostileInputTests
{
    private const string Codebook = """
        unit: notes
        of: document
        variables:
          fine:
            type: yes/no
            rules:
              - value: yes
                when: fine
        """;

    [Fact]
    public async Task A_document_is_shown_letter_by_letter_in_a_frame_that_loads_nothing()
    {
        using var given = new TestCase();
        given.Codebook("notes", Codebook);
        given.Give("a\u202egpj.txt", "A fine <script>alert(1)</script><img src=https://evil.example onerror=alert(2)> \u202eevil\u202c &amp; </body></html>\n");
        given.Build();
        await using var app = await RunningApp.Start(given.Folder.Root);
        var unit = given.Query("SELECT unit_id FROM notes").Single();
        var response = await app.Page($"/frame/{unit}/0");
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', page);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.Contains("<mark", page, StringComparison.Ordinal);
        Assert.Contains("\\u{202e}", page, StringComparison.Ordinal);

        var policy = string.Join(",", response.Headers.GetValues("Content-Security-Policy"));
        var style = page[(page.IndexOf("<style>", StringComparison.Ordinal) + 7)..page.IndexOf("</style>", StringComparison.Ordinal)];
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox", policy);
        var around = await (await app.Page($"/unit/{unit}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Matches("<iframe[^>]* sandbox(=\"\")?[ >]", around);
        Assert.DoesNotContain("allow-", around, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", around, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', around);
    }

    [Fact]
    public void A_giant_text_comes_in_parts_that_hold_all_of_it()
    {
        using var given = new TestCase();
        given.Codebook("notes", Codebook);
        given.Give("giant.txt", string.Concat(Enumerable.Repeat("no line ends here, and it goes on. ", 12_000)) + "\n" + string.Concat(Enumerable.Repeat("a fine\n", 20_000)));
        given.Build();
        using var open = new OpenCase(given.Folder, Options(given));
        var view = open.Units.View(given.Query("SELECT unit_id FROM notes").Single());
        Assert.InRange(view.Text.Parts.Count, 4, 12);
        var member = view.Text.Members[0];
        Assert.Equal(member.Range.In(member.Text), string.Concat(view.Text.Parts.Select(p => p.Range.In(member.Text))));
        Assert.All(view.Text.Parts.Select((_, i) => DocumentPage.Write(view, i, "", Language.English)), p => Assert.InRange(p.Length, 1, 3_000_000));
    }

    [Fact]
    public void A_dropped_name_never_leaves_its_folder()
    {
        var folder = Path.Combine(Path.GetTempPath(), "plumb-drop");
        Gen.String.Array[1, 6].Select(OneOf("/", "\\", "/../", "\0", "..\\"), (parts, between) => string.Join(between, parts)).Sample(name =>
        {
            var path = DroppedFiles.PathOf(folder, name);
            Assert.Equal(path, Path.GetFullPath(path));
            Assert.StartsWith(folder + Path.DirectorySeparatorChar, path, StringComparison.Ordinal);
            Assert.DoesNotContain(path[folder.Length..], c => char.IsControl(c) || c is '\u202e' or '\u200b');
        });
    }

    [Theory]
    [InlineData("../../.ssh/authorized_keys", "ssh/authorized_keys")]
    [InlineData("C:\\Windows\\con.txt", "C_/Windows/_con.txt")]
    [InlineData("дела/решение №1.pdf", "дела/решение №1.pdf")]
    [InlineData("photo\u202egnp.exe", "photo_gnp.exe")]
    public void A_dropped_name_stays_readable(string name, string expected)
    {
        var path = DroppedFiles.PathOf(Path.Combine(Path.GetTempPath(), "plumb-drop"), name);
        Assert.Equal(expected, Path.GetRelativePath(Path.Combine(Path.GetTempPath(), "plumb-drop"), path).Replace('\\', '/'));
    }

    [Fact]
    public void A_selection_in_a_field_is_the_same_words_in_the_text() => Gen.Select(OneOf("a", "б", "\r\n", "\r", "\n", " ", "😀").Array[0, 30].Select(string.Concat), Gen.Int[0, 40], Gen.Int[0, 40]).Sample((text, from, to) =>
    {
        var field = new FieldText(text, new TextSpan(0, text.Length));
        var span = field.InText(from, to);
        var (a, b) = (Math.Clamp(Math.Min(from, to), 0, field.Value.Length), Math.Clamp(Math.Max(from, to), 0, field.Value.Length));
        Assert.Equal(field.Value[a..b].Trim().ReplaceLineEndings("\n"), span.In(text).ReplaceLineEndings("\n"));
        var (c, d) = field.InField(span);
        Assert.Equal(field.Value[c..d].ReplaceLineEndings("\n"), span.In(text).ReplaceLineEndings("\n"));
    });

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    internal static AppOptions Options(TestCase given) => new() { Case = given.Folder.Root, Home = Path.Combine(Path.GetTempPath(), "plumb-no-home"), Child = TestCase.Hidden };
}
