namespace Plumbline.Coding.Values;

internal static class DurationReader
{
    public static void ReadDays(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
    }

    public static void ReadHours(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
    }

    public static void ReadLengths(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
    }
}
