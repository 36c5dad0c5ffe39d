using Plumbline.Cases;

namespace Plumbline.Custody;

/// <summary>
/// Who may touch the archive: many that bring files in, or one that merges or erases. So nothing erased can come in again
/// from a run that looked before. Goes with the process, also when it is killed.
/// </summary>
internal sealed class CustodyLock : IDisposable
{
    private readonly FileStream held;

    private CustodyLock(FileStream held) => this.held = held;

    /// <exception cref="Evidence.StoreFailedException">Somebody merges or erases.</exception>
    public static CustodyLock Shared(CaseFolder folder) => Take(folder, FileAccess.Read, FileShare.Read);

    /// <exception cref="Evidence.StoreFailedException">Somebody brings files in, merges or erases.</exception>
    public static CustodyLock Exclusive(CaseFolder folder) => Take(folder, FileAccess.ReadWrite, FileShare.None);

    public void Dispose() => held.Dispose();

    private static CustodyLock Take(CaseFolder folder, FileAccess access, FileShare share)
    {
        var path = Path.Combine(folder.Inner, "custody.lock");
        try
        {
            OwnFolder.Make(folder.Inner);
            return new CustodyLock(new FileStream(path, FileMode.OpenOrCreate, access, share));
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw CustodyProblems.Occupied(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.CannotWrite("case", e);
        }
    }
}
