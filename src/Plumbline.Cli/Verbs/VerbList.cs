namespace Plumbline.Cli.Verbs;

/// <summary>All verbs that people see.</summary>
internal static class VerbList
{
    /// <summary>What help needs of them; the verbs themselves are made when they run, since making all takes longer than help.</summary>
    public static IReadOnlyList<VerbEntry> Entries { get; } =
    [
        AppVerb.Entry,
        DemoVerb.Entry,
        NewVerb.Entry,
        DoctorVerb.Entry,
        IngestVerb.Entry,
        LogVerb.Entry,
        VerifyVerb.Entry,
        ReplyVerbs.AskEntry,
        ReplyVerbs.AnswerEntry,
        MergeVerb.Entry,
        SourceVerb.Entry,
        WithdrawVerb.Entry,
        EraseVerb.Entry,
        BuildVerb.Entry,
        SearchVerb.Entry,
        AccuracyVerb.Entry,
        QueryVerb.Entry,
        ShowVerb.Entry,
        DecideVerbs.CodeEntry,
        DecideVerbs.AdjudicateEntry,
        WorksheetVerb.Entry,
        ImportCodingsVerb.Entry,
        HandOutVerb.Entry,
        AttachVerb.Entry,
        DuplicatesVerb.Entry,
        JudgeVerb.Entry,
        CodebookLintVerb.Entry,
        CodebookTestVerb.Entry,
        CodebookPreviewVerb.Entry,
        CodebookDiffVerb.Entry,
        CodebookCarryVerb.Entry,
        ProblemsVerb.Entry,
        CoverageVerb.Entry,
        ReplyVerbs.RepliesEntry,
        FiguresVerb.Entry,
        CheckVerb.Entry,
        SuggestVerb.Entry,
        SignVerbs.SignEntry,
        SignVerbs.ListEntry,
        CorrectionsVerb.Entry,
        NextVerb.Entry,
        PaperVerbs.WhyEntry,
        PaperVerbs.PacketEntry,
        SchemaVerb.Entry,
    ];

    /// <summary>All verbs, made.</summary>
    public static IReadOnlyList<Verb> Create() => [.. Entries.Select(e => e.Create())];
}
