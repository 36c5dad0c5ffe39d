using Plumbline.Coding;
using Plumbline.Coding.Tokens;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;

namespace Plumbline.Pipeline;

/// <summary>
/// Cuts the documents of each part into members and codes them, one file a variable: a changed rule codes its own
/// variable again and nothing else. Parts are coded side by side.
/// </summary>
internal sealed class CodingStage(BuildFolder build, BuildFolder? before, IReadOnlyList<Codebook> codebooks, int workers)
{
    /// <summary>Shortest text, in tokens, that tells units apart: equal shorter ones are not one unit.</summary>
    private const int LeastTokens = 30;

    private long done;
    private long reused;

    /// <summary>Variables of members coded in this run.</summary>
    public long Done => done;

    /// <summary>Variables of members taken as they were.</summary>
    public long Reused => reused;

    public void Run(IReadOnlyList<PartFiles> parts, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var finished = 0L;
        var total = parts.Sum(p => (long)p.Documents.Count);
        Lanes.Run(parts, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, part =>
        {
            var reader = new Lazy<PartReader>(() => new PartReader(build.Path, part));
            try
            {
                foreach (var codebook in codebooks)
                {
                    cancellation.ThrowIfCancellationRequested();
                    Code(part, codebook, reader, cancellation);
                }
            }
            finally
            {
                if (reader.IsValueCreated)
                {
                    reader.Value.Dispose();
                }
            }

            progress?.Report(new StageProgress("code", "documents", Interlocked.Add(ref finished, part.Documents.Count), total));
        });
    }

    private void Code(PartFiles part, Codebook codebook, Lazy<PartReader> reader, CancellationToken cancellation)
    {
        var membersName = part.Members(codebook.Kind.Table, codebook.ShapeHash);
        if (!TakeUp(membersName))
        {
            MemberFile.Write(build.File(membersName), Cut(codebook, reader.Value, part));
        }

        var names = codebook.Kind.Variables.ToDictionary(v => v.Name, v => NameOf(part, codebook, v.Name), StringComparer.Ordinal);
        var open = codebook.Kind.Variables.Where(v => !TakeUp(names[v.Name])).Select(v => v.Name).ToList();
        var members = MemberFile.Read(build.File(membersName));
        var sectionsName = part.Sections(codebook.Kind.Table, codebook.ShapeHash);
        var sections = TakeUp(sectionsName) ? SectionFile.Read(build.File(sectionsName)) : null;
        Interlocked.Add(ref reused, (long)members.Length * (codebook.Kind.Variables.Count - open.Count));
        if (open.Count == 0)
        {
            return;
        }

        var writers = open.ConvertAll(v => (Variable: v, File: new CodingFileWriter(build.File(names[v]))));
        try
        {
            var codings = new List<Evidence.Coding>();
            var newSections = sections is null && codebook.Sections.Count > 0 ? new SectionFile.Writer() : null;
            foreach (var _ in CodeMembers(codebook, open, members, reader.Value, codings, sections, newSections))
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var (variable, file) in writers)
                {
                    file.Add(codings, variable);
                }
            }

            newSections?.Write(build.File(sectionsName));
            writers.ForEach(w => w.File.Finish());
            Interlocked.Add(ref done, (long)members.Length * open.Count);
        }
        finally
        {
            writers.ForEach(w => w.File.Dispose());
        }
    }

    /// <summary>Name of the file of a variable's codings.</summary>
    internal static string NameOf(PartFiles part, Codebook codebook, string variable) =>
        part.Codings(codebook.Kind.Table, variable, codebook.ShapeHash, codebook.RuleHash(variable));

    private bool TakeUp(string name)
    {
        if (File.Exists(build.File(name)))
        {
            return true;
        }

        if (before is not null && File.Exists(before.File(name)))
        {
            build.Take(name, before);
            return true;
        }

        return false;
    }

    /// <summary>Fills <paramref name="codings"/> with those of one member after the other.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="variables">What to code.</param>
    /// <param name="members">The members of the part.</param>
    /// <param name="reader">The part.</param>
    /// <param name="codings">Takes the codings of the member that is given.</param>
    /// <param name="known">Their sections, where they were found before.</param>
    /// <param name="newSections">Takes their sections.</param>
    internal static IEnumerable<PartMember> CodeMembers(
        Codebook codebook, IReadOnlyList<string> variables, PartMember[] members, PartReader reader, List<Evidence.Coding> codings,
        SectionFile? known = null, SectionFile.Writer? newSections = null)
    {
        var number = -1;
        var texts = members.Any(m => m.Place.Kind != PlaceKind.Row) ? new TextCoder(codebook, reader.Tokens.Vocabulary, variables) : null;
        var (text, tokens, textOrdinal) = ("", default(TokenDocument), -1);
        IReadOnlyList<SourceTable> tables = [];
        (RecordCoder Coder, SourceTable Table)? records = null;
        foreach (var member in members)
        {
            codings.Clear();
            number++;
            var document = reader.Documents[member.DocumentOrdinal];
            var id = UnitId.Of(codebook.Kind.Table, document.Id, member.Place);
            if (textOrdinal != member.DocumentOrdinal)
            {
                textOrdinal = member.DocumentOrdinal;
                tables = reader.TablesOf(document);
                records = null;
                text = member.Place.Kind == PlaceKind.Row ? "" : reader.TextOf(document);
                tokens = document.HasText ? reader.Tokens.Document(document.TokenOrdinal) : null;
            }

            if (member.CardStart == PartMember.OfEntry)
            {
                // What a person entered is coded by that person: a rule would read the words of the form.
                newSections?.Add([]);
            }
            else if (member.Place.Kind == PlaceKind.Row)
            {
                if (records is null || records.Value.Table.Name != member.Place.Table)
                {
                    var table = tables.First(t => t.Name == member.Place.Table);
                    records = (new RecordCoder(codebook, variables, table.Columns), table);
                }

                records.Value.Coder.Code(id, records.Value.Table.Rows[member.Place.Number - 1], codings);
                newSections?.Add([]);
            }
            else
            {
                texts!.Code(
                    new TextMember(id, text, tokens!, new TokenRange(member.TokenFrom, member.TokenTo), document.IsWhole, document.PageStarts), known?.Of(number), codings);
                newSections?.Add(texts.LastSections);
            }

            yield return member;
        }
    }

    private static PartMember[] Cut(Codebook codebook, PartReader reader, PartFiles part)
    {
        var members = new List<PartMember>();
        TextCoder? coder = null;
        for (var ordinal = 0; ordinal < reader.Documents.Count; ordinal++)
        {
            var document = reader.Documents[ordinal];
            var archived = part.Documents[ordinal];
            if (document.HasText && codebook.AppliesTo(archived.File, archived.Source, isTable: false, archived.Folder))
            {
                coder ??= new TextCoder(codebook, reader.Tokens.Vocabulary, []);
                var tokens = reader.Tokens.Document(document.TokenOrdinal);
                var isEntry = CaseRegister.IsEntry(archived.Folder);
                var ranges = isEntry ? [tokens.All] : coder.Split(tokens, reader.TextOf(document));
                for (var i = 0; i < ranges.Count; i++)
                {
                    var words = ranges[i].To - ranges[i].From < LeastTokens ? UInt128.Zero : tokens.HashOf(ranges[i], reader.Tokens.Vocabulary);
                    members.Add(new PartMember(
                        ordinal, codebook.Of == PlaceKind.Part ? Place.Part(i + 1) : Place.Whole, ranges[i].From, ranges[i].To, words, isEntry ? PartMember.OfEntry : document.CardStart));
                }
            }

            if (document.TableCount > 0 && codebook.AppliesTo(archived.File, archived.Source, isTable: true, archived.Folder))
            {
                // Equal rows can be two events, so only keys out of their columns make rows one unit.
                members.AddRange(
                    from table in reader.TablesOf(document)
                    from row in table.Rows
                    select new PartMember(ordinal, Place.Row(row.Number, table.Name), 0, 0, UInt128.Zero, CaseRegister.IsEntry(archived.Folder) ? PartMember.OfEntry : -1));
            }
        }

        return [.. members];
    }
}
