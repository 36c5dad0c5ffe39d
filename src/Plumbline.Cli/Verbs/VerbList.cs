namespace Plumbline.Cli.Verbs;

/// <summary>All verbs that people see.</summary>
internal static class VerbList
{
    public static IReadOnlyList<Verb> Create() =>
    [
        NewVerb.Create(),
        IngestVerb.Create(),
        LogVerb.Create(),
        VerifyVerb.Create(),
        SchemaVerb.Create(),
    ];
}
