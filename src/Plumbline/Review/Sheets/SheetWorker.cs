using System.Text;
using Plumbline.Evidence;
using Plumbline.Processes;

namespace Plumbline.Review.Sheets;

/// <summary>
/// Workbooks and CSV files of others are hostile: they are read in a limited child, one for each file. The child's side (the hidden verb
/// <c>sheet-worker</c>) takes a file in a frame and answers with its sheets, or with the code of what is wrong with it.
/// </summary>
public static class SheetWorker
{
    private const byte Sheets = 0;
    private const byte Refused = 1;
    private static readonly ProcessLimits Limits = new() { HeapBytes = 512L << 20 };
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);

    /// <summary>The child's side: answers until the input closes. Gives the exit code.</summary>
    public static int Run(Stream input, Stream output)
    {
        ChildSide.EndWithParent();
        try
        {
            while (Frames.Read(input, int.MaxValue) is { } frame)
            {
                Frames.Write(output, frame.Length == 0 ? [] : Answer(frame));
            }

            return 0;
        }
        catch (OutOfMemoryException)
        {
            return ChildSide.OutOfMemoryExitCode;
        }
        catch (IOException)
        {
            // The parent has gone.
            return 1;
        }
    }

    /// <summary>Has a file read.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="command">Starts the hidden verb.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="UsageException">It is no sheet, too large, or ended the process that read it.</exception>
    internal static IReadOnlyList<SheetTable> Ask(byte[] bytes, string name, ChildCommand command, CancellationToken cancellation)
    {
        try
        {
            using var child = LimitedProcess.Start(command, Limits, started => started.Exchange([], TimeSpan.FromSeconds(60), cancellation));
            using var answer = new BinaryReader(new MemoryStream(child.Exchange(bytes, Timeout, cancellation)), Encoding.UTF8);
            return answer.ReadByte() == Sheets ? Tables(answer) : throw (answer.ReadString() == SheetProblems.TooLarge(name).Code ? SheetProblems.TooLarge(name) : SheetProblems.Unreadable(name));
        }
        catch (ChildFailedException e)
        {
            throw SheetProblems.EndedReader(name, e.Fault);
        }
        catch (Exception e) when (e is EndOfStreamException or OverflowException or FormatException or ArgumentException or IOException)
        {
            // The child answers so only when the file has taken it over.
            throw SheetProblems.EndedReader(name, ChildFault.Crashed);
        }
    }

    private static byte[] Answer(byte[] file)
    {
        var bytes = new MemoryStream();
        using var answer = new BinaryWriter(bytes, Encoding.UTF8);
        try
        {
            Write(answer, SheetFile.TablesOf(file, ""));
        }
        catch (UsageException e)
        {
            answer.Write(Refused);
            answer.Write(e.Code);
        }

        return bytes.ToArray();
    }

    private static void Write(BinaryWriter answer, IReadOnlyList<SheetTable> tables)
    {
        answer.Write(Sheets);
        answer.Write(tables.Count);
        foreach (var table in tables)
        {
            answer.Write(table.Name);
            answer.Write(table.Rows.Count);
            foreach (var row in table.Rows)
            {
                answer.Write(row.Number);
                answer.Write(row.Cells.Count);
                foreach (var cell in row.Cells)
                {
                    answer.Write(cell);
                }
            }
        }
    }

    // Room is made as texts come, not for as many as are announced.
    private static List<SheetTable> Tables(BinaryReader answer)
    {
        var tables = new List<SheetTable>();
        for (var left = answer.ReadInt32(); left > 0; left--)
        {
            var (name, rows) = (answer.ReadString(), new List<SheetRow>());
            for (var more = answer.ReadInt32(); more > 0; more--)
            {
                var (number, cells) = (answer.ReadInt32(), new List<string>());
                for (var count = answer.ReadInt32(); count > 0; count--)
                {
                    cells.Add(answer.ReadString());
                }

                rows.Add(new SheetRow(number, cells));
            }

            tables.Add(new SheetTable(name, rows));
        }

        return tables;
    }
}
