using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.Pipeline.Entries;

/// <summary>
/// Enters units that no document tells of. What a person says is written into a small record, which is archived with custody as any document is, so that it can
/// be withdrawn, erased, merged and shown like any other; each value is that person's coding, with its line of the record as evidence. Rules don't read
/// such records. Record, codings and attached files are entered together, or not at all.
/// </summary>
/// <param name="folder">The case.</param>
/// <param name="options">Who sits at the computer, and the clock.</param>
public sealed class CaseEntries(CaseFolder folder, JournalOptions options)
{
    /// <summary>The kinds of units that can be entered: all whose codebook is of no register.</summary>
    /// <exception cref="UsageException">There is no codebook, or one has faults.</exception>
    public static IReadOnlyList<Codebook> Kinds(CaseFolder folder) => [.. CaseCodebooks.Read(folder).Where(c => c.Register is null)];

    /// <summary>Enters a unit; on disk when this comes back. The next build has it.</summary>
    /// <exception cref="UsageException">No such kind or variable, a value that it can't take, nothing said at all, no pseudonym, or a file that can't be read.</exception>
    public EntryReceipt Enter(NewEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        DecisionMaking.CheckCoder(entry.Coder);
        var codebook = Kinds(folder).FirstOrDefault(c => c.Kind.Table == entry.Kind) ?? throw EntryProblems.NoKind();
        if (entry.Source is { } word && !SourceList.IsId(word))
        {
            throw EntryProblems.NotASource();
        }

        var fields = Check(codebook, entry.Fields);
        if (fields.Count == 0 && string.IsNullOrWhiteSpace(entry.Told))
        {
            throw EntryProblems.NothingSaid();
        }

        var source = entry.Source ?? entry.Coder;
        var attached = entry.Attachments.Select(path => Attachment(path, source)).ToList();
        var record = EntryRecord.Of(codebook, entry, fields, [.. attached.Select(a => (a.File, a.Id))], options.Clock.GetUtcNow());
        var document = new RegisterDocument(CaseRegister.Entries(codebook.Kind.Table), record.File, record.Bytes, source);
        var member = new Member(codebook.Kind.Table, document.Id, record.Place);
        var of = new DecidedMember(member, record.Place.Kind == PlaceKind.Row ? null : MemberText.Of(record.Text, new TextSpan(0, record.Text.Length)), new Dictionary<string, string>());
        var codings = fields.ConvertAll(f => new JournalDraft(DecisionWords.Coding, DecisionPayload.Write(new Decision
        {
            Act = DecisionAct.Coding,
            Of = of,
            Variable = f.Variable.Name,
            Status = f.Status,
            Values = f.Status == Status.Stated ? [.. f.Values.Select(v => v.Text)] : [],
            Candidates = f.Status == Status.Unclear ? [.. f.Values.Select(v => v.Text)] : [],
            Evidence = [new DecisionEvidence(record.Evidence[f.Variable.Name], WholeUnit: false)],
            Coder = entry.Coder,
            Shown = ShownBefore.Nothing,
            DefinitionHash = f.Variable.ComputeDefinitionHash(),
        })));
        RegisterDocuments.Take(folder, [.. attached, document], options, codings);
        return new EntryReceipt(member.Id, document.Id, codings.Count, attached.ConvertAll(a => a.Id));
    }

    private static List<CheckedField> Check(Codebook codebook, IReadOnlyList<EntryField> fields)
    {
        var said = fields.ToDictionary(f => f.Variable, StringComparer.Ordinal);
        if (said.Keys.FirstOrDefault(v => codebook.Kind.Find(v) is null) is { } unknown)
        {
            throw PipelineProblems.NoSuchVariable(unknown, codebook.Kind.Table, Guess.Nearest(unknown, codebook.Kind.Variables.Select(v => v.Name)));
        }

        var done = new List<CheckedField>();
        foreach (var variable in codebook.Kind.Variables.Where(v => said.ContainsKey(v.Name)))
        {
            var field = said[variable.Name];
            if (!DecisionWords.CanBeDecided(field.Status))
            {
                throw ReviewProblems.NoValue();
            }

            var values = field.Status is Status.Stated or Status.Unclear ? field.Values : [];
            done.Add(new CheckedField(variable, field.Status, DecisionMaking.Values(variable, field.Status, values)));
        }

        return done;
    }

    private static RegisterDocument Attachment(string path, string source)
    {
        try
        {
            return new RegisterDocument(CaseRegister.Attachments, CanonicalJson.Unicode(Path.GetFileName(path)), File.ReadAllBytes(path), source);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw EntryProblems.NoFile();
        }
    }
}
