using System.Security.Cryptography;
using Plumbline.Cases;
using Plumbline.Custody.Files;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>
/// Takes files into the archive of a case, and says so in its journal. In groups: all files of a group are on disk under
/// their names, then one transaction enters them, then they are counted and reported. So whatever was reported is there
/// after a loss of power, and a run that was cut off, by a kill too, is simply run again. Originals are read, nothing else.
/// </summary>
public sealed class CustodyStage(CaseFolder folder)
{
    private const string Stage = "ingest";

    /// <summary>
    /// Takes in files, and all files under folders. What can't be taken (links, devices, pipes, sockets, files that can't be
    /// read or that change meanwhile) is a problem and stops nothing. Cancelling ends the group at hand, enters it, and comes
    /// back with <see cref="CustodyReport.WasStopped"/>.
    /// </summary>
    /// <exception cref="StoreFailedException">Archive or journal can't be written; what was reported before is kept.</exception>
    /// <exception cref="IntegrityException">The archive holds something else under a name that these files have.</exception>
    public CustodyReport Ingest(
        IReadOnlyList<string> paths, CustodyOptions options, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.GroupFiles, 1);
        using var journal = Journal.OpenWrite(folder, new JournalOptions { Who = options.Who, Clock = options.Clock });
        using var held = CustodyLock.Shared(folder);
        using var group = new ArchiveGroup(folder) { Refused = journal.ErasedDocuments() };
        var run = new Run(journal, group, options, options.RecordAgain ? [] : Recorded(journal), progress)
        {
            Total = new FolderWalk(folder.Inner, []).Files(paths).TakeWhile(_ => !cancellation.IsCancellationRequested).LongCount(),
        };
        foreach (var file in new FolderWalk(folder.Inner, run.Problems).Files(paths))
        {
            if (cancellation.IsCancellationRequested)
            {
                run.WasStopped = true;
                break;
            }

            run.Take(file, cancellation);
        }

        run.Commit();
        return run.Report();
    }

    /// <summary>What this device has entered before, as 128 bits a record: a million need 16 MB.</summary>
    private static HashSet<UInt128> Recorded(Journal journal) => [.. journal.Entries(JournalWords.Ingest)
        .Where(e => e.Device == journal.Device && e.Payload is not null)
        .Select(e => Mark(e.Payload!.Value.Span))];

    private static UInt128 Mark(ReadOnlySpan<byte> payload)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(payload, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private sealed class Run(
        Journal journal, ArchiveGroup group, CustodyOptions options, HashSet<UInt128> recorded, IProgress<StageProgress>? progress)
    {
        private readonly List<JournalDraft> drafts = [];
        private long groupBytes, groupNew, groupSeen;
        private long entries, documents, already, bytes, done;

        public long Total { get; init; }

        public List<Problem> Problems { get; } = [];

        public bool WasStopped { get; set; }

        public void Take(FoundFile file, CancellationToken cancellation)
        {
            groupSeen++;
            try
            {
                using var original = OriginalFile.Open(file, out var kind);
                if (original is null)
                {
                    Problems.Add(FolderWalk.Problem(file.Shown, kind));
                }
                else if (group.Add(original, out var isNew, cancellation) is not { } document)
                {
                    Problems.Add(CustodyProblems.Changed(file.Shown));
                }
                else if (group.Refused.Contains(document))
                {
                    Problems.Add(CustodyProblems.WasErased(file.Shown));
                }
                else
                {
                    Enter(file, document, original.Size, isNew);
                }
            }
            catch (OperationCanceledException)
            {
                groupSeen--;
                WasStopped = true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Problems.Add(CustodyProblems.Unreadable(file.Shown, e.Message));
            }

            if (groupSeen >= options.GroupFiles || groupBytes >= options.GroupBytes)
            {
                Commit();
            }
        }

        /// <summary>The order that all rests on: files, names, entries, answer.</summary>
        public void Commit()
        {
            if (drafts.Count > 0)
            {
                group.Flush();
                journal.Append(drafts);
            }

            entries += drafts.Count;
            documents += groupNew;
            bytes += groupBytes;
            done += groupSeen;
            drafts.Clear();
            groupBytes = groupNew = groupSeen = 0;
            progress?.Report(new StageProgress(Stage, "files", done, Math.Max(Total, done), Problems.Count));
        }

        public CustodyReport Report() => new()
        {
            Recorded = entries,
            NewDocuments = documents,
            Already = already,
            Bytes = bytes,
            Problems = Problems,
            WasStopped = WasStopped,
        };

        private void Enter(FoundFile file, DocumentId document, long size, bool isNew)
        {
            var payload = IngestPayload.Write(new CustodyRecord
            {
                Document = document,
                Size = size,
                File = file.Name,
                Folder = file.Folder,
                Source = options.Source,
                Url = options.Url,
                RetrievedAt = options.RetrievedAt,
                Note = options.Note,
            });
            var isKnown = !options.RecordAgain && !recorded.Add(Mark(payload));
            if (isKnown && !isNew)
            {
                already++;
                return;
            }

            drafts.Add(new JournalDraft(JournalWords.Ingest, payload));
            groupNew += isNew ? 1 : 0;
            groupBytes += size;
        }
    }
}
