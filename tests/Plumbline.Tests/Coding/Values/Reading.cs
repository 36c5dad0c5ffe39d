using Plumbline.Coding.Values;
using Plumbline.Evidence;

namespace Plumbline.Tests.Coding.Values;

/// <summary>Runs a reader over a text and shows what it read: values by <c>; </c>, uncertain ones with <c>?</c>, masked as <c>-</c>.</summary>
internal static class Reading
{
    public static List<ReadValue> Of(string reader, string text, TextSpan? within = null)
    {
        var values = new List<ReadValue>();
        ValueReaders.Find(reader)!.Read(text, within ?? new TextSpan(0, text.Length), values);
        return values;
    }

    public static string Show(string reader, string text) =>
        string.Join("; ", Of(reader, text).Select(v => (v.Value?.Text ?? "-") + (v.IsCertain ? "" : "?")));
}
