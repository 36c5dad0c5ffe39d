using Plumbline.Evidence;

namespace Plumbline.Pipeline.Tables;

/// <summary>What the digest takes in of the rows of one kind of unit, whoever writes them.</summary>
internal sealed class UnitDigest(string kind)
{
    private readonly string members = kind + "_members";

    /// <summary>The row of a unit, without its cells.</summary>
    public void Row(RowDigest digest, CodedUnit unit)
    {
        digest.Begin(kind);
        digest.Field(unit.Id.Value);
        digest.Field(unit.File);
        digest.Field(unit.Members[0].Document.Hex);
        digest.End();
    }

    /// <summary>A member of a unit.</summary>
    public void Member(RowDigest digest, UnitId unit, Member member, string place, string file)
    {
        digest.Begin(members);
        digest.Field(unit.Value);
        digest.Field(member.Id.Value);
        digest.Field(member.Document.Hex);
        digest.Field(place);
        digest.Field(file);
        digest.End();
    }

    /// <summary>A unit of an open merge.</summary>
    public void MaybeSame(RowDigest digest, UnitId unit, UnitId group)
    {
        digest.Begin("maybe_same");
        digest.Field(kind);
        digest.Field(unit.Value);
        digest.Field(group.Value);
        digest.End();
    }
}

/// <summary>What the digest takes in of one variable.</summary>
internal sealed class VariableDigest(UnitKind kind, Variable variable)
{
    private readonly string cells = TableSchema.Codings(kind, variable);
    private readonly string codings = kind.Table + "_codings";
    private readonly string alternatives = kind.Table + "_alternatives";

    /// <summary>The values that codings leave possible; of a variable with several values, each one that may be among them.</summary>
    public static IEnumerable<CodedValue> Alternatives(StandingValue standing) =>
        standing.Alternatives.Count == 0 ? [] : standing.Alternatives.SelectMany(set => set).Distinct();

    /// <summary>The cells of a unit, with its alternatives.</summary>
    public void Cells(RowDigest digest, UnitId unit, StandingValue standing)
    {
        digest.Begin(cells);
        digest.Field(unit.Value);
        digest.Field(standing.IsSettled ? 1 : 0);
        digest.Field((int)standing.Status);
        foreach (var value in standing.Values)
        {
            digest.Field(value.Text);
        }

        digest.End();
        foreach (var value in Alternatives(standing))
        {
            digest.Begin(alternatives);
            digest.Field(unit.Value);
            digest.Field(variable.Name);
            digest.Field(value.Text);
            digest.End();
        }
    }

    /// <summary>A coding.</summary>
    public void Coding(RowDigest digest, UnitId unit, Evidence.Coding coding)
    {
        digest.Begin(codings);
        digest.Field(unit.Value);
        digest.Field(coding.Member.Value);
        digest.Field(coding.Variable);
        digest.Field(((int)coding.Status << 1) | (coding.IsCertain ? 1 : 0));
        digest.Field(coding.Value?.Text);
        foreach (var candidate in coding.Candidates)
        {
            digest.Field(candidate.Text);
        }

        digest.Field((int)coding.Coder.Kind);
        digest.Field(coding.Coder.Name);
        digest.Field(coding.Coder.Version);
        digest.Field(coding.DefinitionHash);
        Evidence(digest, coding.Evidence);
        digest.End();
    }

    private static void Evidence(RowDigest digest, Selector evidence)
    {
        switch (evidence)
        {
            case TextSelector text:
                digest.Field(((long)text.Span.Start << 32) | (uint)text.Span.End);
                digest.Field(text.Exact);
                digest.Field(text.Page);
                digest.Field(text.Section);
                break;
            case RecordSelector record:
                digest.Field(record.Row);
                digest.Field(record.Line);
                digest.Field(record.Column);
                digest.Field(record.Value);
                break;
            case SilenceSelector silence:
                foreach (var rule in silence.Rules.Concat(silence.Sections))
                {
                    digest.Field(rule);
                }

                digest.Field(silence.WholeText ? 1 : 0);
                break;
        }
    }
}
