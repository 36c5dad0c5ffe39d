using CsCheck;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Coding.Tokens;

public sealed class TokenPartTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char["абвгдеёжзАБВЙё"], Gen.Char["abcXYZ0123456789"], Gen.Char[" .,!?\n\u00A0\u00AD\u0301-«»"], Gen.Char)
        .Array[0, 200].Select(letters => new string(letters));

    [Fact]
    public void Every_token_stands_where_its_letters_are() => Texts.Sample(text =>
    {
        var (document, vocabulary) = TextTokens.Of(text);
        var end = 0;
        for (var i = 0; i < document.Count; i++)
        {
            if (document.Forms[i] == 0)
            {
                Assert.Equal(0, document.SpanOf(i, i + 1).Length);
                continue;
            }

            var span = document.SpanOf(i, i + 1);
            Assert.True(span.Start >= end && span.Length > 0);
            end = span.End;
            var again = TextTokens.Of(span.In(text));
            Assert.Equal(vocabulary.Form(document.Forms[i]), again.Vocabulary.Form(again.Document.Forms[0]));
            Assert.Equal(i, document.FirstTokenAtOrAfter(span.Start));
        }

        Assert.Equal(document.Count, document.FirstTokenAtOrAfter(text.Length));
    });

    [Fact]
    public void A_part_reads_as_its_texts_do_one_by_one() => Texts.Array[0, 20].Sample(
        texts =>
        {
            using var folder = new TemporaryFolder();
            using var part = Write(folder["часть первая.tokens"], texts);
            Assert.Equal(texts.Length, part.DocumentCount);
            for (var i = 0; i < texts.Length; i++)
            {
                var (document, vocabulary) = TextTokens.Of(texts[i]);
                var written = part.Document(i);
                Assert.Equal(
                    document.Forms.ToArray().Select(vocabulary.Form), written.Forms.ToArray().Select(part.Vocabulary.Form));
                Assert.Equal(
                    Enumerable.Range(0, document.Count).Select(t => document.SpanOf(t, t + 1)),
                    Enumerable.Range(0, written.Count).Select(t => written.SpanOf(t, t + 1)));
                Assert.Equal(document.HashOf(document.All, vocabulary), written.HashOf(written.All, part.Vocabulary));
            }

            for (var id = 1; id < part.Vocabulary.Count; id++)
            {
                Assert.Equal(id, part.Vocabulary.IdOf(part.Vocabulary.Form(id)));
                var bits = new ulong[(texts.Length + 63) / 64];
                part.MarkDocuments(id, bits);
                for (var d = 0; d < texts.Length; d++)
                {
                    Assert.Equal(part.Document(d).Forms.Contains(id), (bits[d / 64] >> (d % 64) & 1) == 1);
                }
            }
        }, iter: 100);

    [Fact]
    public void The_writer_hashes_words_as_the_document_does()
    {
        using var folder = new TemporaryFolder();
        using var writer = new TokenPartWriter(folder["a"]);
        writer.Add("Суд решил. Штраф", out var count);
        var (document, vocabulary) = TextTokens.Of("СУД\n\nрешил, штраф!");
        Assert.Equal(4, count);
        Assert.Equal(document.HashOf(document.All, vocabulary), writer.HashOf(new TokenRange(0, count)));
        Assert.NotEqual(document.HashOf(new TokenRange(0, 2), vocabulary), writer.HashOf(new TokenRange(0, count)));
    }

    [Fact]
    public void A_part_that_was_not_finished_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new TokenPartWriter(folder["a"]))
        {
            writer.Add("текст", out _);
        }

        Assert.Empty(Directory.GetFiles(folder.Path));
        Assert.Equal("COD091", Assert.Throws<StoreFailedException>(() => TokenPart.Open(folder["a"])).Code);
    }

    [Fact]
    public void A_damaged_part_gives_an_error_and_never_a_crash()
    {
        using var folder = new TemporaryFolder();
        Write(folder["a"], ["Суд решил взыскать штраф.", "", "Дело рассмотрено судом. Штраф " + new string('я', 300)]).Dispose();
        var whole = File.ReadAllBytes(folder["a"]);
        var refused = 0;
        (from at in Gen.Int[0, whole.Length - 1]
         from value in Gen.Byte
         from count in Gen.Int[1, 8]
         from cut in Gen.Int[0, 3]
         select (at, value, count, cut)).Sample(
            damage =>
            {
                var bytes = whole.ToArray();
                bytes.AsSpan(damage.at, Math.Min(damage.count, bytes.Length - damage.at)).Fill(damage.value);
                File.WriteAllBytes(folder["b"], damage.cut == 0 ? bytes[..damage.at] : bytes);
                try
                {
                    using var part = TokenPart.Open(folder["b"]);
                    ReadAll(part);
                }
                catch (IntegrityException e)
                {
                    Assert.Equal("COD090", e.Code);
                    refused++;
                }
            }, iter: 2000, threads: 1);
        Assert.True(refused > 100);
    }

    private static void ReadAll(TokenPart part)
    {
        var bits = new ulong[(part.DocumentCount + 63) / 64];
        for (var id = 0; id < part.Vocabulary.Count; id++)
        {
            part.Vocabulary.IdOf(part.Vocabulary.FormSpan(id));
            part.MarkDocuments(id, bits);
        }

        for (var i = 0; i < part.DocumentCount; i++)
        {
            var document = part.Document(i);
            document.SpanOf(document.All);
            document.HashOf(document.All, part.Vocabulary);
        }
    }

    internal static TokenPart Write(string path, IEnumerable<string> texts)
    {
        using var writer = new TokenPartWriter(path);
        foreach (var text in texts)
        {
            writer.Add(text, out _);
        }

        writer.Finish();
        return TokenPart.Open(path);
    }
}
