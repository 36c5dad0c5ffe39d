using System.Buffers;

namespace Plumbline.Ingest.Html.Courts;

/// <summary>
/// One pass over the source that tells whether a page may be of a court's site: then ids, classes and links are kept as it
/// is read. Every other page costs this pass and nothing more.
/// </summary>
internal static class CourtSigns
{
    private static readonly SearchValues<string> Signs = SearchValues.Create(
    [
        "name=sud_delo", "sudrf.ru", "law-case-table", "cont_doc1", "tablcont", "mos-gorsud.ru", "mosgorsud", "/services/cases/", "card-sud",
        "vsrf.ru", "vs-item-detail",
    ],
    StringComparison.Ordinal);

    public static bool Are(string source) => source.AsSpan().ContainsAny(Signs);
}
