namespace Plumbline.Coding.Values;

internal static class NumberReader
{
    public static void Read(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
    }
}
