namespace Plumbline.Coding.Values;

internal static class MoneyReader
{
    public static void Read(ReadOnlySpan<char> text, int from, List<ReadValue> into)
    {
    }
}
