using System.CommandLine;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb attach</c>: says which unit an orphaned decision belongs to.</summary>
internal static class AttachVerb
{
    public static VerbEntry Entry { get; } = new("attach", "Says which unit a decision belongs to that found none by itself.", "review", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var unit = new Argument<string>("UNIT") { Description = "Id of the unit, or its first characters." };
        var decision = new Argument<string>("DECISION") { Description = "The decision, device:number, as plumb problems and plumb log name it." };
        var coder = new Option<string>("--as") { HelpName = "CODER", Description = "Pseudonym of who says so.", Required = true };
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = "Why." };
        var verb = new Verb(Entry,
            new Example("plumb attach ~/cases/rallies yt01qg2q 3f2a9c01:214 --as calm-otter-31", "The decision of that entry is about this unit."))
        {
            folder, unit, decision, coder, note,
        };
        return verb.Runs(call => DecideVerbs.Enter(
            call, call.Get(folder), "attach", review => review.Attach(call.Get(unit), call.Get(decision), call.Get(coder)!, call.Get(note)), "attached"));
    }
}
