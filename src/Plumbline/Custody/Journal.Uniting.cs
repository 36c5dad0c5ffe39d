using Plumbline.Evidence;
using Microsoft.Data.Sqlite;
using Plumbline.Custody.Merging;

namespace Plumbline.Custody;

public sealed partial class Journal
{
    /// <summary>
    /// Takes another journal's entries in and enters that, in one transaction: all or none. Nothing is entered where it holds
    /// nothing but news of merges, else two machines would tell each other for ever that they merged.
    /// </summary>
    /// <param name="other">Verified.</param>
    /// <param name="acceptErasures">See <see cref="MergeOptions.AcceptErasures"/>.</param>
    /// <param name="beforeErasing">Called before a transaction that erases is committed.</param>
    /// <param name="cancellation">Undoes all.</param>
    internal JournalUnion Unite(OtherCase other, bool acceptErasures, Action<IReadOnlyCollection<DocumentId>> beforeErasing, CancellationToken cancellation)
    {
        JournalDatabase.Run(connection, "PRAGMA secure_delete = ON");
        return Write(_ =>
        {
            JournalDatabase.Prepare(connection);
            var union = new JournalUnion(connection, other);
            union.Run(acceptErasures, cancellation);
            if (union.ErasesHere)
            {
                beforeErasing(union.Loose);
            }

            key = DeviceKey.Take(folder);
            var drafts = FirstOf(key);
            if (union.News > 0)
            {
                drafts.Add(new JournalDraft(JournalWords.Merged, CanonicalJson.Of(
                    ("entries", union.Entries), ("heads", HeadsText.Format(other.Chains.Heads)))));
            }

            drafts.AddRange(union.Drafts);
            if (drafts.Count > 0)
            {
                Enter(key, drafts);
            }

            return union;
        });
    }
}
