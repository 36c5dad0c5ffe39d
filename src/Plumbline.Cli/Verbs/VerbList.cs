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
        BuildVerb.Create(),
        ShowVerb.Create(),
        ProblemsVerb.Create(),
        SchemaVerb.Create(),
    ];
}
