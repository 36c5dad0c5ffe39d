using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.App.Cases;

/// <summary>The people of a case, read again when their file has changed. Thread safe.</summary>
internal sealed class CasePeople(CaseFolder folder)
{
    private readonly Lock gate = new();
    private (string Stamp, PeopleList? List, UsageException? Fault)? known;

    /// <summary>The people; null while the file has faults: then nobody can say who may do what, and nobody may do anything.</summary>
    public PeopleList? Now => Look().List;

    /// <summary>The faults of the file; none when it has none.</summary>
    public IReadOnlyList<Problem> Faults => Look().Fault?.Problems ?? [];

    private (string Stamp, PeopleList? List, UsageException? Fault) Look()
    {
        var file = new FileInfo(folder.PeopleYaml);
        var stamp = file.Exists ? FormattableString.Invariant($"{file.Length}:{file.LastWriteTimeUtc.Ticks}") : "";
        lock (gate)
        {
            if (known is not { } read || read.Stamp != stamp)
            {
                try
                {
                    known = read = (stamp, PeopleList.Read(folder), null);
                }
                catch (UsageException e)
                {
                    known = read = (stamp, null, e);
                }
            }

            return read;
        }
    }
}
