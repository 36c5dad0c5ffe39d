namespace Plumbline.Coding.Values;

internal static class DateReader
{
    public static void Read(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
    }
}
