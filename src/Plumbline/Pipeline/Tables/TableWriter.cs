using DuckDB.NET.Data;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Tables;

/// <summary>Writes units of one kind into the tables: the row, its members, its codings. One thread's.</summary>
internal sealed class TableWriter : IDisposable
{
    private readonly TablesFile file;
    private readonly UnitKind kind;
    private readonly string codingsName;
    private readonly string alternativesName;
    private readonly string membersName;
    private readonly string[] definitions;
    private readonly DuckDBConnection connection;
    private readonly DuckDBAppender rows;
    private readonly DuckDBAppender members;
    private readonly DuckDBAppender codings;
    private readonly DuckDBAppender alternatives;
    private readonly Dictionary<(Coder Coder, string Definition), int> coders = [];
    private readonly Dictionary<SilenceSelector, int> searches = new(ReferenceEqualityComparer.Instance);

    public TableWriter(TablesFile file, string path, UnitKind kind)
    {
        (this.file, this.kind) = (file, kind);
        (codingsName, alternativesName, membersName) = (kind.Table + "_codings", kind.Table + "_alternatives", kind.Table + "_members");
        definitions = [.. kind.Variables.Select(v => v.ComputeDefinitionHash())];
        connection = TablesFile.Open(path);
        rows = connection.CreateAppender("store", kind.Table);
        members = connection.CreateAppender("store", "members");
        codings = connection.CreateAppender("store", codingsName);
        alternatives = connection.CreateAppender("store", alternativesName);
    }

    /// <summary>Digest of what this writer wrote.</summary>
    public RowDigest Digest { get; } = new();

    /// <summary>Units written.</summary>
    public long Units { get; private set; }

    /// <summary>Writes a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="standing">What stands of each variable, in the order of the kind.</param>
    /// <param name="files">File name and rank in the archive of each member.</param>
    public void Write(CodedUnit unit, IReadOnlyList<StandingValue> standing, IReadOnlyList<(string File, long Rank)> files)
    {
        Units++;
        var row = rows.CreateRow();
        row.AppendValue(unit.Id.Value).AppendValue(unit.File).AppendValue(unit.Members[0].Document.Hex);
        Digest.Begin(kind.Table);
        Digest.Field(unit.Id.Value);
        Digest.Field(unit.File);
        Digest.Field(unit.Members[0].Document.Hex);
        for (var i = 0; i < standing.Count; i++)
        {
            ValueColumns.Append(row, kind.Variables[i], standing[i]);
            Digest.Field(standing[i].IsSettled ? 1 : 0);
            Digest.Field((int)standing[i].Status);
            foreach (var value in standing[i].Values)
            {
                Digest.Field(value.Text);
            }
        }

        row.EndRow();
        Digest.End();
        var ordinals = WriteMembers(unit, files);
        for (var i = 0; i < standing.Count; i++)
        {
            // Of a variable with several values, each one that may be among them.
            foreach (var value in standing[i].Alternatives.SelectMany(set => set).Distinct())
            {
                WriteAlternative(unit.Id, kind.Variables[i], value);
            }
        }

        foreach (var coding in unit.Codings)
        {
            Write(coding, unit.Id, ordinals.Count == 1 ? ordinals[0].Ordinal : ordinals.First(o => o.Id == coding.Member).Ordinal);
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        members.Dispose();
        codings.Dispose();
        alternatives.Dispose();
        connection.Dispose();
    }

    private void WriteAlternative(UnitId unit, Variable variable, CodedValue value)
    {
        alternatives.CreateRow().AppendValue(unit.Value).AppendValue(variable.Name).AppendValue(value.Text).EndRow();
        Digest.Begin(alternativesName);
        Digest.Field(unit.Value);
        Digest.Field(variable.Name);
        Digest.Field(value.Text);
        Digest.End();
    }

    private List<(UnitId Id, int Ordinal)> WriteMembers(CodedUnit unit, IReadOnlyList<(string File, long Rank)> files)
    {
        var ordinals = new List<(UnitId, int)>(unit.Members.Count);
        for (var i = 0; i < unit.Members.Count; i++)
        {
            var member = unit.Members[i];
            var (number, place) = (file.NextMember(), member.Place.ToString());
            members.CreateRow().AppendValue(number).AppendValue(kind.Table).AppendValue(unit.Id.Value).AppendValue(member.Id.Value)
                .AppendValue(member.Document.Hex).AppendValue(place).AppendValue(files[i].File).AppendValue(files[i].Rank).EndRow();
            Digest.Begin(membersName);
            Digest.Field(unit.Id.Value);
            Digest.Field(member.Id.Value);
            Digest.Field(member.Document.Hex);
            Digest.Field(place);
            Digest.Field(files[i].File);
            Digest.End();
            ordinals.Add((member.Id, number));
        }

        return ordinals;
    }

    private void Write(Evidence.Coding coding, UnitId unit, int member)
    {
        var row = codings.CreateRow();
        row.AppendValue(member).AppendValue(coding.Variable).AppendValue(coding.Status.Word()).AppendValue(coding.Value?.Text);
        _ = coding.Candidates.Count == 0 ? row.AppendNullValue() : row.AppendValue(coding.Candidates.Select(c => c.Text));
        row.AppendValue(Number(coding)).AppendValue(coding.IsCertain);
        Digest.Begin(codingsName);
        Digest.Field(unit.Value);
        Digest.Field(coding.Member.Value);
        Digest.Field(coding.Variable);
        Digest.Field(((int)coding.Status << 1) | (coding.IsCertain ? 1 : 0));
        Digest.Field(coding.Value?.Text);
        foreach (var candidate in coding.Candidates)
        {
            Digest.Field(candidate.Text);
        }

        Digest.Field((int)coding.Coder.Kind);
        Digest.Field(coding.Coder.Name);
        Digest.Field(coding.Coder.Version);
        Digest.Field(coding.DefinitionHash);
        switch (coding.Evidence)
        {
            case TextSelector text:
                row.AppendValue("text").AppendValue(text.Span.Start).AppendValue(text.Span.End).AppendValue(text.Exact).AppendValue(text.Prefix).AppendValue(text.Suffix);
                _ = text.Page == 0 ? row.AppendNullValue() : row.AppendValue(text.Page);
                _ = text.Section.Length == 0 ? row.AppendNullValue() : row.AppendValue(text.Section);
                row.AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().EndRow();
                Digest.Field(((long)text.Span.Start << 32) | (uint)text.Span.End);
                Digest.Field(text.Exact);
                Digest.Field(text.Page);
                Digest.Field(text.Section);
                break;
            case RecordSelector record:
                row.AppendValue("record").AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue();
                row.AppendValue((long)record.Row).AppendValue(record.Line).AppendValue(record.Column).AppendValue(record.Value).AppendNullValue().EndRow();
                Digest.Field(record.Row);
                Digest.Field(record.Line);
                Digest.Field(record.Column);
                Digest.Field(record.Value);
                break;
            case SilenceSelector silence:
                row.AppendValue("silence").AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue();
                row.AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendValue(Number(silence)).EndRow();
                foreach (var rule in silence.Rules.Concat(silence.Sections))
                {
                    Digest.Field(rule);
                }

                Digest.Field(silence.WholeText ? 1 : 0);
                break;
            default:
                throw new ArgumentException($"No row for {coding.Evidence.GetType().Name}.", nameof(coding));
        }

        Digest.End();
    }

    private int Number(Evidence.Coding coding)
    {
        var key = (coding.Coder, coding.DefinitionHash);
        if (!coders.TryGetValue(key, out var number))
        {
            coders.Add(key, number = file.NumberOf(coding.Coder, coding.DefinitionHash));
        }

        return number;
    }

    private int Number(SilenceSelector silence)
    {
        if (!searches.TryGetValue(silence, out var number))
        {
            searches.Add(silence, number = file.NumberOf(silence));
        }

        return number;
    }
}
