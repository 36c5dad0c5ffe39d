namespace Plumbline.Coding.Tokens;

/// <summary>
/// The forms met so far, numbered from 1 in order of appearance. One thread. The hash is the runtime's randomised one,
/// so that a hostile text cannot make all its words collide; ids do not depend on it.
/// </summary>
internal sealed class FormTable
{
    private int[] slots = new int[1 << 10];
    private int[] hashes = new int[1 << 9];
    private int[] starts = new int[1 << 9];
    private char[] pool = new char[1 << 12];

    public FormTable() => Count = 1;

    /// <summary>One more than the largest id; id 0 is the end of a sentence.</summary>
    public int Count { get; private set; }

    /// <summary>UTF-16 units of all forms together.</summary>
    public int PoolLength => starts[Count];

    /// <summary>The form of an id from 1.</summary>
    public ReadOnlySpan<char> this[int id] => pool.AsSpan(starts[id], starts[id + 1] - starts[id]);

    /// <summary>The id of a form; a new one when it was not there.</summary>
    public int IdOf(ReadOnlySpan<char> form)
    {
        var hash = string.GetHashCode(form);
        var slot = hash & (slots.Length - 1);
        while (slots[slot] is var id and not 0)
        {
            if (hashes[id] == hash && this[id].SequenceEqual(form))
            {
                return id;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        slots[slot] = Count;
        return Add(form, hash);
    }

    private int Add(ReadOnlySpan<char> form, int hash)
    {
        var id = Count++;
        if (id + 2 >= hashes.Length)
        {
            Array.Resize(ref hashes, hashes.Length * 2);
            Array.Resize(ref starts, starts.Length * 2);
        }

        if (starts[id] + form.Length > pool.Length)
        {
            Array.Resize(ref pool, pool.Length * 2);
        }

        form.CopyTo(pool.AsSpan(starts[id]));
        hashes[id] = hash;
        starts[id + 1] = starts[id] + form.Length;
        if (Count * 2 > slots.Length)
        {
            Rehash();
        }

        return id;
    }

    private void Rehash()
    {
        slots = new int[slots.Length * 2];
        for (var id = 1; id < Count; id++)
        {
            var slot = hashes[id] & (slots.Length - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = id;
        }
    }
}
