using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Pipeline.Signing;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb sign</c> and <c>plumb signatures</c>: what went to print, and what it rested on.</summary>
internal static class SignVerbs
{
    public static VerbEntry SignEntry { get; } = new("sign", "Signs drafts: keeps them with all that their figures rest on, and how each stands.", "check", CreateSign);

    public static VerbEntry ListEntry { get; } = new("signatures", "Lists what was signed.", "check", CreateList);

    private static Verb CreateSign()
    {
        var folder = CommonOptions.Case();
        var drafts = new Argument<string[]>("DRAFT") { Description = "Drafts (Markdown, text, HTML, DOCX).", Arity = ArgumentArity.OneOrMore };
        var coder = new Option<string>("--as") { HelpName = "NAME", Description = "Pseudonym of who signs.", Required = true };
        var name = new Option<string?>("--name") { HelpName = "LABEL", Description = "A name for the signature, such as first-print." };
        var allowOpen = new Option<bool>("--allow-open") { Description = "Sign though figures are open, fail, or have no claim: the signature says so." };
        var verb = new Verb(SignEntry,
            new("plumb sign ~/cases/rallies ~/cases/rallies/drafts/draft.md --as calm-otter-31 --name first-print", "When it goes to print."),
            new("plumb sign ~/cases/rallies article.md --as calm-otter-31 --allow-open", "A draft that lies elsewhere, with figures that are not settled."))
        {
            folder, drafts, coder, name, allowOpen,
        };
        return verb.Runs(call => Sign(call, call.Get(folder), call.Get(drafts), call.Get(coder)!, call.Get(name), call.Get(allowOpen)));
    }

    private static Verb CreateList()
    {
        var folder = CommonOptions.Case();
        var verb = new Verb(ListEntry, new Example("plumb signatures ~/cases/rallies", "The last one stands last.")) { folder };
        return verb.Runs(call => List(call, call.Case(folder)));
    }

    private static ExitCode Sign(Call call, string path, IReadOnlyList<string> drafts, string coder, string? name, bool allowOpen)
    {
        var folder = CaseAccess.OpenForWriting(path);
        var (signature, check) = CaseSigning.Sign(
            folder,
            drafts,
            new SigningOptions
            {
                Coder = coder, Name = name, AllowOpen = allowOpen, Tables = ChildCommand.OfThisProgram(Workers.Sql),
                Journal = new JournalOptions { Who = CaseAccess.Who(folder), Clock = call.Clock },
            },
            call.Stop);
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "sign", json =>
            {
                SincePrinter.Write(json, "signature", signature);
                json.WriteNumber("claims", signature.Claims.Count);
                json.WriteNumber("open", check.Count(Verdict.Open));
                json.WriteNumber("failing", check.Count(Verdict.Fails) + check.Count(Verdict.Error));
                json.WriteNumber("unbacked", check.Unbacked.Count);
                json.WriteNumber("found_by_value", check.Claims.Count(c => c.Found is not null));
                JsonOutput.Problems(json, check.Problems);
            });
            return ExitCode.Clean;
        }

        call.Out.WriteWrapped("Signed: " + SincePrinter.Line(signature), hang: 2, ink: Ink.Bold);
        call.Out.WriteWrapped($"Kept in the archive: {Screen.Count(signature.Drafts.Count, "draft", "drafts")}, {Screen.Count(signature.Files.Count, "case file", "case files")}. Digest {SafeText.Line(signature.Build.Digest[..16])}.");
        if (check.Unbacked.Count > 0)
        {
            call.Out.WriteWrapped($"{Screen.Count(check.Unbacked.Count, "figure has", "figures have")} no claim: nothing will be said when they break.", ink: Ink.Yellow);
        }

        foreach (var claim in check.Claims.Where(c => c.Found is not null))
        {
            call.Out.WriteWrapped($"{SafeText.Line(claim.Draft)}:{claim.Line} {SafeText.Line(claim.Text)}: its claim {SafeText.Line(claim.Id)} was {SafeText.Line(claim.Found!.InWords)}.", hang: 2, ink: Ink.Yellow);
        }

        call.Remark($"From now on every build compares with it; at any time: plumb check {Call.Quoted(path)} --since last");
        return ExitCode.Clean;
    }

    private static ExitCode List(Call call, CaseFolder folder)
    {
        var all = Signatures.Of(folder);
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "signatures", json =>
            {
                json.WriteStartArray("signatures");
                foreach (var signature in all)
                {
                    SincePrinter.Write(json, signature);
                }

                json.WriteEndArray();
                JsonOutput.Problems(json, []);
            });
            return ExitCode.Clean;
        }

        foreach (var signature in all)
        {
            call.Out.WriteWrapped(SincePrinter.Line(signature), hang: 2);
        }

        if (all.Count == 0)
        {
            call.Out.WriteLine("Nothing has been signed in this case yet.");
        }

        return ExitCode.Clean;
    }
}
