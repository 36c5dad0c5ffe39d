using System.Text;
using Plumbline.Custody;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Signing;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Signing;

/// <summary>What tests of signatures share: a case of short rulings with claims and a draft, signing, comparing.</summary>
internal static class SignedCase
{
    public const string Draft = "drafts/draft.md";

    public const string Claims = """
        fined:
          sql: SELECT unit_id FROM rulings WHERE outcome = 'fine'
          counts: {en: [ruling, rulings], ru: [постановление, постановления, постановлений]}
        arrested:
          sql: SELECT unit_id FROM rulings WHERE outcome = 'arrest'
          counts: {en: [ruling, rulings]}
        """;

    /// <summary>Three fines and an arrest, coded by a person; a draft in English and Russian that holds.</summary>
    public static TestCase New()
    {
        var given = DecidedCase.New();
        given.Give([.. Enumerable.Range(1, 4).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes(DecidedCase.Ruling(i, i < 4 ? "штрафа" : "ареста"))))]);
        given.Build();
        for (var i = 1; i <= 4; i++)
        {
            given.Decide(given.Unit($"{i}.txt"), "outcome", i < 4 ? "fine" : "arrest");
        }

        given.Write("claims.yaml", Claims);
        given.Write(Draft, "Courts fined people in [at least 3 rulings](claim:fined). В [не менее чем трёх постановлениях](claim:fined) назначен штраф. [At least 1 ruling](claim:arrested) ends in arrest.\n");
        given.Build();
        return given;
    }

    public static void Write(this TestCase given, string file, string text)
    {
        var path = Path.Combine(given.Folder.Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public static Signature Sign(this TestCase given, string? name = null, bool allowOpen = false, string draft = Draft) => CaseSigning.Sign(
        given.Folder,
        [Path.Combine(given.Folder.Root, draft)],
        new SigningOptions { Coder = "calm-otter-31", Name = name, AllowOpen = allowOpen, Journal = new JournalOptions { Who = "coder-test" }, Tables = TestCase.Hidden("sql-worker") },
        TestContext.Current.CancellationToken).Signature;

    public static SinceReport Since(this TestCase given, Signature signature, bool signedText = false)
    {
        using var built = BuiltCase.Open(given.Folder);
        return SinceSignature.Compare(given.Folder, signature, built, new SinceOptions { Tables = TestCase.Hidden("sql-worker"), Build = Options, SignedText = signedText });
    }

    public static SignedTablesReport AsOf(this TestCase given, Signature signature) => SignedTables.Make(given.Folder, signature, Options, null);

    private static BuildOptions Options => new() { Workers = 2, ReaderCommand = TestCase.Hidden("read-worker") };
}
