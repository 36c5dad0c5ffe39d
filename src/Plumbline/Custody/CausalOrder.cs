using Microsoft.Data.Sqlite;

namespace Plumbline.Custody;

/// <summary>
/// Walks all chains at once, so that an entry comes after everything its device had seen. Order is thus the same on every
/// machine that holds the same entries, whatever its clocks say. Needs one open row a device.
/// </summary>
internal sealed class CausalOrder : IDisposable
{
    private readonly List<Chain> chains = [];

    /// <param name="connection">In a transaction, so that all chains are of one moment.</param>
    /// <param name="devices">By id.</param>
    /// <param name="what">With a single chain only these entries are read; with several all are given, for their order.</param>
    public CausalOrder(SqliteConnection connection, IEnumerable<string> devices, string? what)
    {
        var all = devices.ToList();
        try
        {
            foreach (var device in all)
            {
                chains.Add(new Chain(connection, device, all.Count == 1 ? what : null));
                chains[^1].Start();
            }
        }
        catch
        {
            // An open statement would keep the journal open after its connection.
            Dispose();
            throw;
        }
    }

    /// <summary>The next entry, or null at the end.</summary>
    /// <exception cref="Evidence.IntegrityException">Entries wait for some that are not there.</exception>
    public EntryRow? Next()
    {
        var isWaiting = false;
        foreach (var chain in chains)
        {
            if (chain.Next is not { } row)
            {
                continue;
            }

            isWaiting = true;
            if (chain.Seen.All(IsPast))
            {
                chain.Step();
                return row;
            }
        }

        return isWaiting ? throw CustodyProblems.OrderBroken() : null;
    }

    public void Dispose() => chains.ForEach(c => c.Dispose());

    private bool IsPast(JournalHead head) => chains.Find(c => c.Device == head.Device)?.Done >= head.Seq;

    private sealed class Chain : IDisposable
    {
        private readonly SqliteCommand command;
        private SqliteDataReader? reader;

        public Chain(SqliteConnection connection, string device, string? what)
        {
            Device = device;
            command = connection.CreateCommand();
            command.CommandText = JournalDatabase.Columns + "WHERE e.device = $device " + (what is null ? "" : "AND e.what = $what ") + "ORDER BY e.seq";
            command.Parameters.AddWithValue("$device", device);
            if (what is not null)
            {
                command.Parameters.AddWithValue("$what", what);
            }
        }

        public string Device { get; }

        public long Done { get; private set; }

        public EntryRow? Next { get; private set; }

        public IReadOnlyList<JournalHead> Seen { get; private set; } = [];

        public void Start()
        {
            reader = command.ExecuteReader();
            Read();
        }

        public void Step()
        {
            Done = Next!.Seq;
            Read();
        }

        public void Dispose()
        {
            reader?.Dispose();
            command.Dispose();
        }

        private void Read()
        {
            Next = reader!.Read() ? JournalDatabase.Row(reader) : null;
            if (Next is not null)
            {
                Seen = HeadsText.TryParse(Next.Seen, out var seen) ? seen : throw CustodyProblems.EntryBroken(Device, Next.Seq);
            }
        }
    }
}
