using Plumbline.Cases;
using Plumbline.Custody.Erasing;

namespace Plumbline.Pipeline;

/// <summary>Erases from a case what <see cref="CustodyErasure"/> erases, and all that was built: parts hold the text of many documents.</summary>
public static class CaseErasure
{
    /// <summary>Erases; no build may run meanwhile.</summary>
    /// <exception cref="Evidence.StoreFailedException">Another process builds the case, or a store fails: call it again.</exception>
    public static ErasureReport Erase(CaseFolder folder, string target, ErasureOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        CustodyErasure.Plan(folder, target);
        using var build = BuildLock.Take(folder);
        return CustodyErasure.Erase(folder, target, options, () => BuiltRemoval.Run(folder));
    }

    /// <summary>Removes what was built, under the lock that is held or one of its own.</summary>
    internal static void RemoveBuilt(CaseFolder folder, BuildLock? held)
    {
        using var own = held is null ? BuildLock.Take(folder) : null;
        BuiltRemoval.Run(folder);
    }
}
