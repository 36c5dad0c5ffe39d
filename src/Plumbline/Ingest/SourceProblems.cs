using Plumbline.Evidence;
using Plumbline.Ingest.Charsets;

namespace Plumbline.Ingest;

/// <summary>Problems that every form made of characters can have.</summary>
internal static class SourceProblems
{
    public static List<Problem> Of(in ReadInput input, DecodedSource source, bool isCut)
    {
        List<Problem> problems = [];
        if (!source.Charset.IsCertain)
        {
            problems.Add(IngestProblems.UncertainCharset(input, source.Charset.Name));
        }

        if (source.Broken > 0)
        {
            problems.Add(IngestProblems.BrokenCharacters(input, source.Broken, source.Charset.Name));
        }

        if (isCut)
        {
            problems.Add(IngestProblems.Cut(input, $"it is longer than {ReadLimits.TextLength} characters"));
        }

        return problems;
    }
}
