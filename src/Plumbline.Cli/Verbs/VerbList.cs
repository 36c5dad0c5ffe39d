namespace Plumbline.Cli.Verbs;

/// <summary>All verbs that people see.</summary>
internal static class VerbList
{
    public static IReadOnlyList<Verb> Create() =>
    [
        DemoVerb.Create(),
        NewVerb.Create(),
        IngestVerb.Create(),
        LogVerb.Create(),
        VerifyVerb.Create(),
        BuildVerb.Create(),
        SearchVerb.Create(),
        AccuracyVerb.Create(),
        QueryVerb.Create(),
        ShowVerb.Create(),
        DecideVerbs.CreateCode(),
        DecideVerbs.CreateAdjudicate(),
        AttachVerb.Create(),
        ProblemsVerb.Create(),
        CheckVerb.Create(),
        SchemaVerb.Create(),
    ];
}
