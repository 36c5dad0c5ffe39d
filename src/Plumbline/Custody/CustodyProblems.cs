using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>The faults of custody, each with its code, sentence and what to try.</summary>
internal static class CustodyProblems
{
    private const string Verify = "Run plumb verify; restore what it names from a copy made before.";

    // The stores.
    public static UsageException NoJournal() => new(
        "CUS001", "This case has no journal: nothing has come in yet.", "Bring files in with: plumb ingest CASE PATH");

    public static UsageException JournalExists() => new(
        "CUS002", "This case has a journal already.", "Open the case instead of making it again.");

    public static IntegrityException JournalLost() => new(
        "CUS003", "The archive holds files, but the journal is gone.", "Put journal.db back from a copy; a new journal would say nothing of these files.");

    public static StoreFailedException Busy(Exception inner) => new(
        "CUS004", "Another process has been writing this journal for a minute.", "Wait until it is done, then try again.", isTransient: true, inner);

    public static StoreFailedException CannotWrite(string store, Exception inner) => new(
        "CUS005", $"The {store} can't be written.", "Look for free space and rights on the disk of the case, then run the same command again: what was acknowledged is kept.", isTransient: true, inner);

    public static StoreFailedException CannotRead(string store, Exception inner) => new(
        "CUS006", $"The {store} can't be read.", "Look at the rights of the folder .plumb in the case.", isTransient: false, inner);

    public static StoreFailedException BadKey(Exception? inner = null) => new(
        "CUS007", "The device key of this case can't be used.", "Move .plumb/device.key away: this device then starts a chain of its own.", isTransient: false, inner);

    // Files that come in.
    public static Problem NotThere(string file) => new(
        "CUS010", Severity.Error, "There is no such file or folder.", "Look at the path.", new(file));

    public static Problem Link(string file) => new(
        "CUS011", Severity.Warning, "A link is not followed.", "Name what it points to, if that belongs to the case.", new(file));

    public static Problem Special(string file, string what) => new(
        "CUS012", Severity.Warning, $"A {what} is not a file and was left out.", "", new(file));

    public static Problem Unreadable(string file, string why) => new(
        "CUS013", Severity.Error, $"The file can't be read ({why}).", "Mend rights or disk, then run the same command again.", new(file));

    public static Problem Changed(string file) => new(
        "CUS014", Severity.Error, "The file changed while it was copied; nothing of it was kept.", "Wait until it is written, then run the same command again.", new(file));

    public static Problem FolderUnreadable(string folder, string why) => new(
        "CUS015", Severity.Error, $"The folder can't be read ({why}).", "Mend its rights, then run the same command again.", new(folder));

    public static Problem OwnFolder(string folder) => new(
        "CUS016", Severity.Note, "Plumbline's own folder was left out.", "", new(folder));

    // What was written is not as it was written.
    public static IntegrityException BlobMissing(DocumentId id) => new(
        "CUS020", $"Document {id.Short} is not in the archive.", Verify);

    public static IntegrityException BlobChanged(DocumentId id) => new(
        "CUS021", $"Document {id.Short} in the archive is not what came in.", Verify);

    public static IntegrityException EntryBroken(string device, long seq) => new(
        "CUS022", $"Entry {seq} of device {device} is not what was written.", Verify);

    public static IntegrityException OrderBroken() => new(
        "CUS023", "The journal names entries that it does not hold.", Verify);

    public static IntegrityException JournalBroken(Exception? inner = null) => new(
        "CUS024", "The journal is damaged.", Verify, inner);

    public static Problem Entry(string device, long seq, string what) => Broken("CUS022", $"Entry {seq} of device {device}: {what}.");

    public static Problem CutOff(string device, long seq, string what) => Broken("CUS023", $"Entry {seq} of device {device} {what}.");

    public static Problem Payload(string device, long seq) =>
        Broken("CUS026", $"The payload of entry {seq} of device {device} is gone, and no entry says that it was erased.");

    public static Problem Tables() => Broken("CUS025", "Tables or triggers of the journal are not those that this version makes.");

    public static Problem NoEntries(string what) => Broken("CUS023", what);

    private static Problem Broken(string code, string sentence, string file = "journal.db", DocumentId? document = null) => new(
        code, Severity.Error, sentence, "Restore it from a copy made before; until then nothing that hangs on it is safe.", new(file, Document: document));

    public static Problem Blob(string code, DocumentId id, string what) => Broken(code, $"Document {id.Short} {what}.", "archive", id);

    public static Problem BlobWithoutEntry(DocumentId id) => new(
        "CUS030", Severity.Warning, $"Document {id.Short} is in the archive, but no entry names it.",
        "An ingest was cut off before it answered (then run it again), or entries were cut off (compare with: --heads FILE).", new(Document: id));

    public static Problem Stranger(string file) => new(
        "CUS031", Severity.Warning, "This file in the archive is not a document.", "Nobody but Plumbline should write there.", new(file));

    public static Problem DeviceNotInHeads(string device) => new(
        "CUS032", Severity.Note, $"Device {device} is not in the heads file.", "It joined later, or the file is older.", new("journal.db"));

    public static UsageException BadHeadsFile(string path, int line) => new(
        "CUS033", $"Line {line} of the heads file is not 'device seq hash'.", "Make one with: plumb log CASE --heads",
        [new("CUS033", Severity.Error, "A line is 'device seq hash'.", "", new(path, line))]);
}
