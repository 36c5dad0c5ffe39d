using Plumbline.Evidence;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline;

public sealed partial class BuiltCase
{
    /// <summary>Ids of the units that stand in each document, of all kinds.</summary>
    internal ILookup<DocumentId, string> UnitsByDocument()
    {
        using var connection = TablesFile.Open(TablesPath, readOnly: true);
        return Rows(connection, "SELECT DISTINCT document, unit_id FROM store.members").ToLookup(r => DocumentId.Parse((string)r[0]!), r => (string)r[1]!);
    }
}
