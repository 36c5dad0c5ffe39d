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

    public static Problem WasErased(string file) => new(
        "CUS017", Severity.Error, "The file holds what was erased from this case; it was not taken in.", "Remove it from the folder, or bring it into another case.", new(file));

    public static UsageException NotKept(Problem why) => new("CUS018", "A draft or case file can't be kept as it is; nothing was entered.", "Mend what is named, then run the same command again.", [why]);

    public static UsageException ErasedBefore(string file)
    {
        var problem = WasErased(file);
        return new(problem.Code, problem.Sentence, problem.Try, [problem]);
    }

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

    public static Problem Unfinished(string what, DocumentId? document = null) => new(
        "CUS027", Severity.Warning, $"An erasure was cut off: {what}.", "Run the same plumb erase (or plumb merge) again: it ends what was begun.", new("journal.db", Document: document));

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

    // Two machines.
    public static UsageException NoOther(string path) => new(
        "CUS040", "There is no journal in the other folder.", $"Name a folder that holds .plumb/journal.db; this was looked at: {path}");

    public static UsageException OtherIsThis() => new(
        "CUS041", "The other folder is this case.", "Name the copy that comes from the other machine.");

    public static IntegrityException OtherBroken(Problem first) => new(
        "CUS042", $"The other case is broken, and nothing of it was taken: {first.Sentence}", "Run plumb verify on it; copy it from its machine again.");

    public static UsageException OtherCase(string ours, string theirs) => new(
        "CUS043", $"The other folder is another case: its id is {theirs}, this one's is {ours}.",
        "If both were begun apart for one investigation (from one repository), join them with --join; it can't be undone.");

    public static IntegrityException Fork(JournalHead ours, JournalHead theirs) => new(
        "CUS044", $"Two entries have one number: {ours.Device[..8]}:{ours.Seq} is {ours.Hash[..16]} here and {theirs.Hash[..16]} in the other case.",
        "A device.key was copied, or an old journal put back and written on. Decide which copy counts; ingest again from the other what is missing.");

    public static StoreFailedException OtherChanges(Exception? inner = null) => new(
        "CUS045", "The other case can't be read, or changed while it was read; nothing of it was taken.", "Wait until no program writes it, then try again.", isTransient: true, inner);

    public static UsageException BringsErasures(IReadOnlyList<Problem> erasures) => new(
        "CUS046", "The other case erased what stands here; nothing was merged.", "Read what is named; to erase it here too, add --accept-erasures. It can't be undone.", erasures);

    public static Problem Erasure(string what, string who, string? reason) => new(
        "CUS046", Severity.Error, $"{what} was erased by {who}{(reason is null ? "" : $": {reason}")}.", "", new("journal.db"));

    public static Problem Conflict(string file, string theirs) => new(
        "CUS047", Severity.Warning, "The file differs on the two machines; yours was left as it is.", $"Theirs is beside it, {theirs}: take over what you want, then delete it.", new(file));

    public static Problem NotTaken(string file, string why) => new(
        "CUS048", Severity.Warning, $"The other case's file was not taken: {why}.", "Bring it over by hand, if it belongs to the case.", new(file));

    public static StoreFailedException Occupied(Exception inner) => new(
        "CUS049", "Another program brings files into this case, merges or erases.", "Wait until it is done, then try again.", isTransient: true, inner);

    public static Problem HeldElsewhere(int count) => new(
        "CUS050", Severity.Warning, $"The other case still holds {(count == 1 ? "a document" : $"{count} documents")} erased here; nothing of it was taken.",
        "Merge this case there too, with --accept-erasures.", new());

    // Erasing.
    public static UsageException NothingThere(string what) => new(
        "CUS051", $"There is no entry, no source and no document {what}.", "Sources are listed by plumb source CASE. Entries are DEVICE:SEQ as plumb log shows them; documents are their SHA-256. At least 6 digits.");

    public static UsageException NotOne(string what, int count) => new(
        "CUS052", $"{what} is the beginning of {count} ids.", "Give more digits.");

    // Withdrawing.
    public static UsageException WithdrawnAlready(string what, string coder) => new(
        "CUS060", $"{what} is withdrawn already, by {coder}.", "plumb withdraw CASE ... --undo takes it back.");

    public static UsageException NotWithdrawn(string what, bool bySource) => new(
        "CUS061", $"{what} is not withdrawn{(bySource ? " itself: all who gave it are" : "")}.", bySource ? "Name the source: plumb source CASE lists them." : "plumb source CASE shows what is.");

    public static UsageException NotAnEntry() => new(
        "CUS062", "Sources and documents are withdrawn, not entries.", "Name a source (plumb source CASE) or a document's SHA-256.");

    public static Problem FromWithdrawn(string source, long files) => new(
        "CUS063", Severity.Warning, $"The source {source} is withdrawn: {(files == 1 ? "the file is" : "the files are")} kept, and counted nowhere.",
        "plumb withdraw CASE SOURCE --undo, if it came back.", new());

    public static UsageException Stays(string what) => new(
        "CUS053", $"An entry '{what}' is never erased: the chain hangs on it.", "Name the entry that holds what must go.");

    public static StoreFailedException NotEnded(Exception? inner) => new(
        "CUS054", "It is erased for everybody, but its bytes may still be in a file: another program reads the case.", "Close other programs of this case, then run the same command again.", isTransient: true, inner);

    public static Problem StillStands(string file, int line, string what) => new(
        "CUS055", Severity.Warning, what, "Look there; change it by hand, or erase the entry too.", new(file, line));

    // Handing out.
    public static UsageException HandOutExists(string folder) => new(
        "CUS065", $"The folder {folder} is there already; somebody's work may be in it.", "Name another folder for the hand-outs; or delete this one, if a hand-out was cut off in it.");

    public static UsageException IsHandOut() => new(
        "CUS066", "This is a hand-out: it leaves out what others decided, so nothing can be merged into it or handed out of it.", "Merge it into the case that it was made from.");

    public static UsageException HandOutOfLater() => new(
        "CUS067", "The hand-out was made from a state of the case that is not here: what it leaves out would be missing.", "Merge the case that it was made from first.");
}
