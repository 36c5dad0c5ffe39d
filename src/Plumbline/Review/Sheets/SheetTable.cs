using Plumbline.Processes;

namespace Plumbline.Review.Sheets;

/// <summary>A row of a sheet as it stands. Hostile text.</summary>
/// <param name="Number">Its number as the program that shows it counts, from 1.</param>
/// <param name="Cells">Texts of its cells from the first column on; empty text where a cell is empty.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Text of a column, trimmed; empty where the row ends before it.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column].Trim() : "";

    /// <summary>True when nothing is written in it.</summary>
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>A sheet of a file, rows in order, empty ones left out.</summary>
internal sealed record SheetTable(string Name, IReadOnlyList<SheetRow> Rows);

/// <summary>A file of sheets: a workbook, or a CSV file as its only sheet.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Sha256">Hash of its bytes, 64 hexadecimal digits.</param>
/// <param name="Tables">Its sheets in order.</param>
internal sealed record SheetFile(string Name, string Sha256, IReadOnlyList<SheetTable> Tables)
{
    private const long Largest = 256L << 20;

    /// <summary>The sheet of a name, or null.</summary>
    public SheetTable? Find(string name) => Tables.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a file in a limited process.</summary>
    /// <exception cref="Evidence.UsageException">It can't be read, is too large, no workbook, or ended the process that read it.</exception>
    public static SheetFile Read(string path, ChildCommand worker, CancellationToken cancellation = default) => Read(path, (bytes, name) => SheetWorker.Ask(bytes, name, worker, cancellation));

    /// <summary>Reads a file in this process: only one that this program wrote.</summary>
    /// <exception cref="Evidence.UsageException">It can't be read, is too large, or no workbook.</exception>
    public static SheetFile ReadOwn(string path) => Read(path, TablesOf);

    /// <summary>The sheets of a file: what begins as a ZIP is a workbook (XLSX), all else CSV.</summary>
    /// <exception cref="Evidence.UsageException">It is too large, or no workbook.</exception>
    internal static IReadOnlyList<SheetTable> TablesOf(byte[] bytes, string name) => bytes.AsSpan().StartsWith("PK"u8) ? XlsxReader.Read(bytes, name) : [CsvSheet.Read(bytes, name)];

    private static SheetFile Read(string path, Func<byte[], string, IReadOnlyList<SheetTable>> read)
    {
        byte[] bytes;
        try
        {
            var file = new FileInfo(path);
            bytes = !file.Exists ? throw SheetProblems.NoFile(file.Name) : file.Length > Largest ? throw SheetProblems.TooLarge(file.Name) : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SheetProblems.NoFile(Path.GetFileName(path));
        }

        var name = Path.GetFileName(path);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        return new SheetFile(name, hash, read(bytes, name));
    }
}
