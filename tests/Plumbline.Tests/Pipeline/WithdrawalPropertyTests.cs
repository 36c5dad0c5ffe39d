using CsCheck;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Custody.Withdrawing;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

public sealed class WithdrawalPropertyTests
{
    private static readonly string[] Sources = ["clerk", "court", "ngo"];

    private static readonly string[] Claims =
    [
        "SELECT unit_id FROM rulings WHERE outcome = 'fine'",
        "SELECT unit_id FROM rulings WHERE outcome IN ('fine', 'arrest') AND video = 'yes'",
        "SELECT unit_id FROM rulings WHERE case_number = '5-1/2022'",
    ];

    /// <summary>What is taken in: a ruling (some are one unit by their key), by which source; -1: nobody said.</summary>
    private static readonly Gen<(int Ruling, int Source)[]> Given = Gen.Select(Gen.Int[0, 6], Gen.Int[-1, 2]).Array[5, 9];

    [Fact]
    public void A_case_with_a_withdrawn_source_reads_as_one_that_never_had_it() => Gen.Select(Given, Gen.Int[0, 2].Array[1, 3]).Sample(
        (files, toggles) =>
        {
            using var with = Case();
            using var without = Case();
            foreach (var file in files)
            {
                Give(with, file);
            }

            with.Build();
            Decide(with);
            var withdrawn = new HashSet<string>();
            foreach (var source in toggles.Select(t => Sources[t]))
            {
                Toggle(with, source);
                _ = withdrawn.Remove(source) || withdrawn.Add(source);
                with.Build();
            }

            foreach (var file in files.Where(f => f.Source < 0 || !withdrawn.Contains(Sources[f.Source])))
            {
                Give(without, file);
            }

            without.Build();
            var kept = without.Query("SELECT document FROM store.members").ToHashSet();
            Decide(without, Decided(files).Where(d => without.Query($"SELECT 1 FROM store.members WHERE file = '{d}.txt'").Count > 0).ToList());
            without.Build();
            Assert.Equal(Ends(without), Ends(with));
            Assert.Equal(without.Query("SELECT unit_id, file, outcome, outcome_status FROM rulings ORDER BY ALL"), with.Query("SELECT unit_id, file, outcome, outcome_status FROM rulings ORDER BY ALL"));
            return true;

            void Decide(TestCase given, IReadOnlyList<int>? rulings = null)
            {
                foreach (var ruling in rulings ?? Decided(files))
                {
                    var unit = given.Query($"SELECT member FROM store.members WHERE file = '{ruling}.txt'")[0];
                    given.Decide(unit, "outcome", ruling % 2 == 0 ? "fine" : "arrest", quote: "ПОСТАНОВИЛ");
                }
            }
        },
        iter: 4,
        threads: 1);

    [Fact]
    public void Withdrawals_in_any_steps_give_the_digest_of_a_clean_build() => Gen.Select(Given, Gen.Int[0, 5].Array[3, 6]).Sample(
        (files, steps) =>
        {
            using var given = Case();
            File.WriteAllText(given.Folder.SourcesYaml, "ngo:\n  documents: [\"3.txt\"]\n");
            var next = 0;
            foreach (var step in steps)
            {
                if (step < 3)
                {
                    Toggle(given, Sources[step]);
                }

                for (var i = 0; i < 2 && next < files.Length; i++)
                {
                    Give(given, files[next++]);
                }

                if (step % 2 == 0)
                {
                    given.Build();
                }
            }

            return given.Build().Digest == given.Build(clean: true).Digest;
        },
        iter: 4,
        threads: 1);

    /// <summary>Rulings 0 to 6; of three pairs, both have one case number.</summary>
    private static void Give(TestCase given, (int Ruling, int Source) file)
    {
        var text = DecidedCase.Ruling(file.Ruling / 2, file.Ruling % 2 == 0 ? "штрафа" : "ареста") + $"\nВидеозапись {file.Ruling}.";
        if (file.Source < 0)
        {
            given.Give($"{file.Ruling}.txt", text);
        }
        else
        {
            given.GiveFrom(Sources[file.Source], $"{file.Ruling}.txt", text);
        }
    }

    private static List<int> Decided((int Ruling, int Source)[] files) => [.. files.Select(f => f.Ruling).Distinct().Where(r => r % 3 != 0).Order()];

    private static void Toggle(TestCase given, string source)
    {
        using var journal = Journal.OpenWrite(given.Folder, new JournalOptions { Who = "coder-test" });
        var standing = Withdrawals.Of(journal.Entries(Withdrawals.Words)).Standing.Where(w => w.Source == source).ToList();
        journal.Append(standing.Count > 0
            ? [.. standing.Select(w => new JournalDraft("reinstatement", WithdrawalPayload.Back(w.Entry, "test", "anna")))]
            : [new JournalDraft("withdrawal", WithdrawalPayload.OfSource(source, "test", "anna"))]);
    }

    private static List<string> Ends(TestCase given) => [.. Claims.Select(given.Read).Select(r => $"{r.Low}..{r.High}, {r.Unread} unread")];

    private static TestCase Case()
    {
        var given = DecidedCase.New();
        given.Give("never.txt", DecidedCase.Ruling(90, "штрафа"));
        return given;
    }
}
