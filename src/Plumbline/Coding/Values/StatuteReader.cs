namespace Plumbline.Coding.Values;

internal static class StatuteReader
{
    public static void Read(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
    }
}
