using CsCheck;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Signing;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Signing;

public sealed class AsOfPropertyTests
{
    [Fact]
    public void Whatever_is_done_after_a_signature_its_tables_come_out_as_they_were() => Gen.Select(Gen.Int[0, 7], Gen.Int[1, 4], Gen.Int[0, 2]).Array[3, 8].Sample(
        steps =>
        {
            using var given = SignedCase.New();
            var signed = new List<Signature>();
            foreach (var (what, unit, coder) in steps)
            {
                Step(given, what, given.Unit($"{unit}.txt"), unit, $"coder-{coder}");
                if (coder == 0 || signed.Count == 0)
                {
                    given.Build(clean: what == 1);
                    signed.Add(given.Sign(allowOpen: true));
                }
            }

            given.Build();
            return signed.TrueForAll(s => given.AsOf(s).IsSame);
        },
        iter: 3,
        threads: 1);

    private static void Step(TestCase given, int what, string unit, int number, string coder)
    {
        switch (what)
        {
            case < 2:
                given.Decide(unit, "outcome", what == 0 ? "fine" : "warning", coder, "ПОСТАНОВИЛ");
                break;
            case 2:
                given.Decide(unit, "outcome", "arrest", coder, "ПОСТАНОВИЛ", act: DecisionAct.Adjudication);
                break;
            case 3:
                try
                {
                    new CaseReview(given.Folder, new() { Who = "coder-test" }).Undo(unit, "outcome", DecisionAct.Coding, coder, null);
                }
                catch (UsageException)
                {
                    // This coder had nothing to take back.
                }

                break;
            case 4 or 5:
                given.Give($"new-{number}.txt", DecidedCase.Ruling(number, "штрафа") + $"\nКопия {Guid.NewGuid():N}");
                break;
            case 6:
                given.Codebook("rulings", DecidedCase.Rulings.Replace("values: {fine", $"instructions: Read {number} times.\n    values: {{fine", StringComparison.Ordinal));
                break;
            default:
                given.Write("case.yaml", $"title: Test\nsettles: {(number % 2 == 0 ? "one" : "two")}\n");
                break;
        }
    }
}
