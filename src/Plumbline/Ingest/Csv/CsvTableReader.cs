using CsvHelper;
using Plumbline.Evidence;
using Plumbline.Ingest.Charsets;

namespace Plumbline.Ingest.Csv;

/// <summary>
/// CSV and TSV (RFC 4180): the first record names the columns. A row with too few cells is filled with null, one with too
/// many gets columns of its own; both are kept and told.
/// </summary>
internal sealed class CsvTableReader : IDocumentReader
{
    public string Name => "csv/1";

    public ReadDocument Read(in ReadInput input)
    {
        var source = DecodedSource.Of(input.Bytes.Span, CharsetDetection.Of(input.Bytes.Span), withOffsets: false);
        var problems = SourceProblems.Of(input, source, isCut: false);
        var text = Clean(source.Text);
        List<int> badQuotes = [];
        var options = new CsvReaderOptions
        {
            Separator = Separator.Of(text, input.FileName),
            HasHeader = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = _ => badQuotes.Add(0),
        };
        using var reader = CsvReader.FromText(text, options);
        var rows = new Rows(input, problems);
        while (reader.Read())
        {
            var bad = badQuotes.Count > 0;
            badQuotes.Clear();
            if (!rows.Add(reader, bad))
            {
                break;
            }
        }

        return new ReadDocument { Document = input.Document, Reader = Name, Problems = problems, Tables = rows.Table(Name) };
    }

    // A bare CR ends a line; NUL and other control characters become spaces.
    private static string Clean(string text)
    {
        var isClean = true;
        for (var i = 0; i < text.Length && isClean; i++)
        {
            isClean = text[i] >= ' ' || text[i] is '\n' or '\t' || (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n');
        }

        return isClean ? text : string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                var c = from[i];
                to[i] = c == '\r' ? i + 1 < from.Length && from[i + 1] == '\n' ? '\r' : '\n' : c < ' ' && c is not ('\n' or '\t') ? ' ' : c;
            }
        });
    }

    private sealed class Rows(ReadInput input, List<Problem> problems)
    {
        private readonly List<SourceRow> rows = [];
        private readonly List<string?> header = [];
        private int named, cells, ragged;

        public bool Add(CsvReader reader, bool hasBadQuotes)
        {
            var count = Math.Min(reader.FieldCount, ReadLimits.Columns);
            cells += count;
            if (cells > ReadLimits.Cells)
            {
                problems.Add(IngestProblems.Cut(input, $"it has more than {ReadLimits.Cells} cells"));
                return false;
            }

            var values = new string?[Math.Max(count, named)];
            for (var i = 0; i < count; i++)
            {
                values[i] = reader.GetString(i);
            }

            if (named == 0)
            {
                header.AddRange(values);
                named = count;
                return true;
            }

            rows.Add(new SourceRow(rows.Count + 1, reader.LineNumber, values));
            Tell(reader, count, hasBadQuotes);
            return true;
        }

        public IReadOnlyList<SourceTable> Table(string name)
        {
            if (ragged > ReadLimits.ProblemsOfAKind)
            {
                problems.Add(IngestProblems.RaggedRows(input, ragged - ReadLimits.ProblemsOfAKind));
            }

            if (named == 0)
            {
                problems.Add(IngestProblems.NoText(input));
                return [];
            }

            var columns = ColumnNames.Of(header);
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i].Values.Count < columns.Length)
                {
                    rows[i] = rows[i] with { Values = [.. rows[i].Values, .. new string?[columns.Length - rows[i].Values.Count]] };
                }
            }

            return [new SourceTable { Document = input.Document, Columns = columns, Rows = rows, Reader = name }];
        }

        private void Tell(CsvReader reader, int count, bool hasBadQuotes)
        {
            if (hasBadQuotes)
            {
                problems.Add(IngestProblems.BadQuotes(input, rows.Count, reader.LineNumber));
            }

            if (count == named)
            {
                return;
            }

            for (var i = header.Count; i < count; i++)
            {
                header.Add(null);
            }

            if (++ragged <= ReadLimits.ProblemsOfAKind)
            {
                problems.Add(IngestProblems.RaggedRow(input, rows.Count, reader.LineNumber, count, named));
            }
        }
    }
}
