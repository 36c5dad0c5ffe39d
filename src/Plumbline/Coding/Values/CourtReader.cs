namespace Plumbline.Coding.Values;

internal static class CourtReader
{
    public static void Read(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
    }
}
