using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.HandingOut;
using Plumbline.Custody.Withdrawing;
using Plumbline.Evidence;
using Plumbline.Pipeline.Signing;
using Plumbline.Review;

namespace Plumbline.App.Texts;

/// <summary>What an entry says, for people.</summary>
/// <param name="Sentence">The sentence, safe to print.</param>
/// <param name="Coder">Who decided; null: who sat at the computer.</param>
/// <param name="Unit">Id of the member that it is about, or null.</param>
/// <param name="Note">What was noted, or null.</param>
internal sealed record JournalSentence(string Sentence, string? Coder = null, string? Unit = null, string? Note = null);

/// <summary>Entries of the journal as plain sentences in a language.</summary>
/// <param name="language">The language.</param>
/// <param name="hidden">Words of sources that are not to be named, with their terms.</param>
/// <param name="blind">Who reads it and codes blind: what others said of units is hidden from them; null: nobody.</param>
internal sealed class JournalSentences(Language language, IReadOnlyDictionary<string, Terms> hidden, string? blind = null)
{
    /// <summary>What kind of entry a word is.</summary>
    public string Kind(string what) => what switch
    {
        JournalWords.DeviceAdded => language.Say(Words.LogDevice),
        JournalWords.CaseCreated => language.Say(Words.LogCreated),
        JournalWords.Ingest => language.Say(Words.LogIngest),
        JournalWords.Erased => language.Say(Words.LogErased),
        JournalWords.DocumentErased => language.Say(Words.LogDocumentErased),
        JournalWords.Merged => language.Say(Words.LogMerged),
        JournalWords.Signature => language.Say(Words.LogSignature),
        JournalWords.Withdrawal => language.Say(Words.LogWithdrawal),
        JournalWords.Reinstatement => language.Say(Words.LogReinstatement),
        JournalWords.Withheld or JournalWords.HandedOut => language.Say(Words.LogHandOut),
        DecisionWords.Coding => language.Say(Words.LogCoding),
        DecisionWords.Adjudication => language.Say(Words.LogAdjudication),
        DecisionWords.Undo => language.Say(Words.LogUndo),
        DecisionWords.Attach => language.Say(Words.LogAttach),
        DecisionWords.UnitJudgement => language.Say(Words.LogJudgement),
        DecisionWords.Carry => language.Say(Words.LogCarry),
        _ => SafeText.Line(what),
    };

    /// <summary>What an entry says.</summary>
    public JournalSentence Of(JournalEntry entry)
    {
        if (entry.Payload is not { } payload)
        {
            return new JournalSentence($"{Kind(entry.What)}: {language.Say(Words.LogNoContent)}");
        }

        switch (entry.What)
        {
            case JournalWords.Ingest when IngestPayload.TryRead(payload, out var record):
                return Ingest(record);
            case JournalWords.Withdrawal when WithdrawalPayload.Read(entry) is { } gone:
                return Said(Words.LogWithdrew, gone.Coder, null, gone.Reason, gone.Source is { } source ? Source(source) : gone.Document!.Value.Short);
            case JournalWords.Reinstatement:
                return Said(Words.LogReinstated, ErasurePayload.Words(payload, "coder"), null, ErasurePayload.Words(payload, "reason"), WithdrawalPayload.ReadBack(payload)?.Short);
            case JournalWords.Erased when ErasurePayload.Entry(payload) is { } erased:
                return Said(Words.LogErasedOne, null, null, ErasurePayload.Words(payload, "reason"), erased.Short);
            case JournalWords.DocumentErased when ErasurePayload.Document(payload) is { } erased:
                return Said(Words.LogErasedDocument, null, null, ErasurePayload.Words(payload, "reason"), erased.Short);
            case JournalWords.Signature when Signatures.Read(entry) is { } signature:
                return Said(Words.LogSigned, signature.Coder, null, null, string.Join(", ", signature.Drafts.Select(d => d.File)), language.Say(Words.LogClaims, signature.Claims.Count), signature.Shown);
            case JournalWords.Withheld when WithheldEntries.Read(payload) is { } withheld:
                return Said(Words.LogHandedOut, null, null, null, withheld.Coder, language.Say(Words.Documents, withheld.Documents));
            case DecisionWords.Coding or DecisionWords.Adjudication
                when DecisionPayload.TryRead(entry.What == DecisionWords.Coding ? DecisionAct.Coding : DecisionAct.Adjudication, payload, out var decision):
                var isHidden = blind is not null && decision.Coder != blind;
                return Said(
                    entry.What == DecisionWords.Coding ? Words.LogCoded : Words.LogAdjudicated, decision.Coder, decision.Of.Member.Id.Value, isHidden ? null : decision.Note, decision.Variable,
                    isHidden ? language.Say(Words.BlindHidden) : Value(decision),
                    $"{decision.Of.Member.Kind} {decision.Of.Member.Id}");
            case DecisionWords.Undo when DecisionPayload.TryRead(payload, out DecisionUndo undo):
                return Said(Words.LogUndid, undo.Coder, null, undo.Note, undo.Entry.Short);
            case DecisionWords.Attach when DecisionPayload.TryRead(payload, out DecisionAttach attach):
                return Said(Words.LogAttached, attach.Coder, attach.To.Member.Id.Value, attach.Note, attach.Entry.Short, $"{attach.To.Member.Kind} {attach.To.Member.Id}");
            case DecisionWords.UnitJudgement when DecisionPayload.TryRead(payload, out UnitJudgement judgement):
                return Said(
                    judgement.Says switch { Sameness.Same => Words.LogSame, Sameness.Different => Words.LogDifferent, _ => Words.LogUnsure },
                    judgement.Coder, judgement.A.Member.Id.Value, judgement.Note, judgement.Kind, judgement.A.Member.Id, judgement.B.Member.Id);
            case DecisionWords.Carry when DecisionPayload.TryRead(payload, out DefinitionCarry carry):
                return Said(Words.LogCarried, carry.Coder, null, carry.Reason, $"{carry.Kind}.{carry.Variable}");
            default:
                return new JournalSentence(Kind(entry.What), ErasurePayload.Words(payload, "coder"), null, ErasurePayload.Words(payload, "reason"));
        }
    }

    private JournalSentence Ingest(CustodyRecord record)
    {
        var terms = record.Source is { } word && hidden.TryGetValue(word, out var found) ? found : Terms.OnRecord;
        var path = record.Folder.Length > 0 ? $"{record.Folder}/{record.File}" : record.File;
        var file = terms == Terms.NotForPublication ? record.Document.Short : path;
        return record.Source is { } source ? Said(Words.LogTookFrom, null, null, record.Note, file, Source(source)) : Said(Words.LogTook, null, null, record.Note, file);
    }

    private string Source(string word) => !hidden.TryGetValue(word, out var terms) ? word
        : language.Say(terms == Terms.Background ? Words.LogOnBackground : Words.LogConfidential);

    private string Value(Decision decision) => decision.Status == Status.Stated ? string.Join(", ", decision.Values)
        : Shows.Status(language, decision.Status.Word()) + (decision.Candidates.Count > 0 ? $" ({string.Join(", ", decision.Candidates)})" : "");

    private JournalSentence Said(Text text, string? coder, string? unit, string? note, params object?[] parts) => new(
        SafeText.Line(language.Say(text, parts)), string.IsNullOrEmpty(coder) ? null : SafeText.Line(coder), unit, string.IsNullOrWhiteSpace(note) ? null : SafeText.Line(note));
}
