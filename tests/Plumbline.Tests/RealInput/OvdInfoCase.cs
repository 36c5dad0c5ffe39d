using Plumbline.Bench.Reports;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.RealInput;

/// <summary>
/// The list and the reports of the real data as a case in a temporary folder, with links put round figures in copies of
/// the reports. Made once for all tests, when the first one asks.
/// </summary>
public sealed class OvdInfoCase : IDisposable
{
    private TemporaryFolder? folder;
    private ReportCase? made;
    private CheckReport? found;

    internal static string Example { get; } = Path.Combine(Support.Repository.Root, "examples", "ovdinfo-2012");

    internal static IReadOnlyList<ReportLink> Links { get; } = ReportLink.Read(Path.Combine(Example, "places.txt"));

    internal IReadOnlyList<ListRow> Rows { get; private set; } = [];

    internal ReportCase Made
    {
        get
        {
            if (made is null)
            {
                var data = Corpus.Path("ovdinfo-2012");
                Rows = ListRow.Read(Path.Combine(data, "list_2012.csv"));
                folder = new TemporaryFolder("отчёт 2012");
                made = ReportCase.Make(Example, data, folder.Path, TestCase.Hidden("").FileName);
            }

            return made;
        }
    }

    internal CaseFolder Open() => Made.Folder;

    /// <summary>The check of both reports, made by the first test that needs it.</summary>
    internal CheckReport Check() => found ??= Made.Check(TestContext.Current.CancellationToken);

    public void Dispose() => folder?.Dispose();
}
