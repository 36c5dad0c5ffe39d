using System.Runtime.ExceptionServices;

namespace Plumbline.Pipeline;

/// <summary>Runs parts on a few threads. The first failure stops the others and is thrown as it was.</summary>
internal static class Lanes
{
    public static void Run<T>(IReadOnlyList<T> items, ParallelOptions options, Action<T> action)
    {
        try
        {
            // One at a time from the list, in its order: parts are large, and a range of them must not wait on one thread.
            Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(items.ToArray(), loadBalance: true), options, action);
        }
        catch (AggregateException e)
        {
            var first = e.Flatten().InnerExceptions;
            ExceptionDispatchInfo.Throw(first.FirstOrDefault(x => x is not OperationCanceledException) ?? first[0]);
        }
    }
}
