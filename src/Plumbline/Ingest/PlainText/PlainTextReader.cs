using Plumbline.Evidence;
using Plumbline.Ingest.Charsets;

namespace Plumbline.Ingest.PlainText;

/// <summary>
/// Plain text. It keeps its own lines: CR LF and a bare CR become LF, control characters a space. Chunk sizes of HTTP that
/// a bad download left in the text ("вышеук", an empty line, "1ff0", an empty line, "азанных") are taken out.
/// </summary>
internal sealed class PlainTextReader : IDocumentReader
{
    public string Name => "txt/1";

    public ReadDocument Read(in ReadInput input)
    {
        var charset = CharsetDetection.Of(input.Bytes.Span);
        var source = DecodedSource.Of(input.Bytes.Span, charset, input.WithOrigin);
        var chunks = StrayChunks.Find(source.Text);
        var text = new BlockText(input.WithOrigin, source.Text.Length + 1);
        var next = 0;
        foreach (var chunk in chunks)
        {
            Copy(source, new TextSpan(next, chunk.Start), text);
            next = chunk.End;
        }

        Copy(source, new TextSpan(next, source.Text.Length), text);
        var written = text.ToString();
        if (input.WithOrigin)
        {
            AddLines(written, text);
        }

        var problems = SourceProblems.Of(input, source, text.IsCut);
        if (chunks.Count > 0)
        {
            problems.Add(IngestProblems.StrayChunks(input, chunks.Count));
        }

        return new ReadDocument
        {
            Document = input.Document,
            Reader = Name,
            Problems = problems,
            Text = new SourceText
            {
                Document = input.Document, Reader = Name, Text = written, Blocks = text.Blocks, Origin = text.Origin,
                IsWhole = !text.IsCut && source.Broken == 0,
            },
        };
    }

    private static void Copy(DecodedSource source, TextSpan span, BlockText text)
    {
        var from = source.Text;
        for (var i = span.Start; i < span.End;)
        {
            var c = from[i];
            var length = c == '\r' && i + 1 < span.End && from[i + 1] == '\n' ? 2 : 1;
            var units = char.IsHighSurrogate(c) && i + 1 < span.End && char.IsLowSurrogate(from[i + 1]) ? 2 : 1;
            length = Math.Max(length, units);
            c = c is '\r' ? '\n' : c is '\n' or '\t' || !char.IsControl(c) || c == '\u0085' ? c : ' ';
            if (text.WithOrigin)
            {
                var start = source.ByteOffset(i);
                text.Add(units == 2 ? from.AsSpan(i, 2) : [c], start, source.ByteOffset(i + length) - start);
            }
            else
            {
                text.Add(c);
                if (units == 2)
                {
                    text.Add(from[i + 1]);
                }
            }

            i += length;
        }
    }

    private static void AddLines(string text, BlockText to)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                to.AddBlock(BlockKind.Paragraph, new TextSpan(start, end));
            }

            start = end + 1;
        }
    }
}
