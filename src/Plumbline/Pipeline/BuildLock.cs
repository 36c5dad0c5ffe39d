using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>One build of a case at a time. The lock goes with the process, also when it is killed.</summary>
internal sealed class BuildLock : IDisposable
{
    private readonly FileStream stream;

    private BuildLock(FileStream stream) => this.stream = stream;

    /// <exception cref="StoreFailedException">Another process builds this case.</exception>
    public static BuildLock Take(CaseFolder folder)
    {
        Directory.CreateDirectory(folder.Builds);
        try
        {
            return new BuildLock(new FileStream(
                Path.Combine(folder.Builds, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw PipelineProblems.AlreadyBuilding(e);
        }
    }

    public void Dispose() => stream.Dispose();
}
