using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Pipeline.Decisions;

namespace Plumbline.Pipeline.Papers;

/// <summary>When people's decisions were entered.</summary>
internal static class DecisionTimes
{
    public static IReadOnlyDictionary<string, DateTimeOffset> Read(CaseFolder folder, IReadOnlyList<JournalHead>? upTo, IReadOnlyList<ClaimDossier> dossiers)
    {
        var wanted = dossiers.SelectMany(d => d.Units).Where(u => u.Unit is not null)
            .SelectMany(u => u.Unit!.Variables.SelectMany(v => v.Codings)).Select(c => c.Entry).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return new Dictionary<string, DateTimeOffset>();
        }

        using var journal = Journal.OpenRead(folder);
        return CaseDecisions.Read(new JournalView(journal, upTo)).Live.Where(d => wanted.Contains(d.Entry.ToString())).ToDictionary(d => d.Entry.ToString(), d => d.At, StringComparer.Ordinal);
    }
}
