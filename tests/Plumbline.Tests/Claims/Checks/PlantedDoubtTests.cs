using System.Globalization;
using System.Text;
using CsCheck;
using Plumbline.Claims.Checks;
using Plumbline.Claims.Drafts;

namespace Plumbline.Tests.Claims.Checks;

/// <summary>Prose that is made of counts which go together, in two languages; one of them is changed, and must be found, and nothing else.</summary>
public sealed class PlantedDoubtTests
{
    [Fact]
    public void Prose_that_goes_together_has_nothing_to_look_at() =>
        Worlds().Sample(w => Found(w.Prose(0)).Count == 0, iter: 200, threads: 1);

    [Fact]
    public void Each_planted_fault_is_found_by_its_rule() =>
        Gen.Select(Worlds(), Gen.Int[1, Faults.Length]).Sample((w, fault) => Found(w.Prose(fault)).Any(d => d.Rule == Faults[fault - 1]), iter: 300, threads: 1);

    private static readonly string[] Faults = ["stated-twice", "parts", "quotient", "change", "column", "quotient"];

    private static IReadOnlyList<Doubt> Found(string prose) => DoubtSearch.Of(DraftReader.Read("a.md", Encoding.UTF8.GetBytes(prose)));

    private static Gen<World> Worlds() =>
        from men in Gen.Int[103, 499]
        from women in Gen.Int[103, 499]
        from fined in Gen.Int[60, 90]
        from earlier in Gen.Int[20, 90]
        from isRussian in Gen.Bool
        where Math.Abs(men - women) > 20 && (men + women) % 10 is not (0 or 9)
        select new World(men, women, fined, earlier, isRussian);

    private sealed record World(int Men, int Women, int FinedPercent, int Earlier, bool IsRussian)
    {
        private static string N(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);

        /// <param name="fault">0 for none, else the place that is changed.</param>
        public string Prose(int fault)
        {
            var all = Men + Women;
            var fined = all * FinedPercent / 100;
            var percent = Math.Round(100m * fined / all, 1);
            var later = Earlier + (Earlier / 2) + 5;
            var change = Math.Round(100m * (later - Earlier) / Earlier, 1);
            int F(int number, int at) => fault == at ? number + 1 : number;
            var said = fault == 3 ? percent + 3 : percent;
            var rise = fault == 4 ? change + 6 : change;
            var few = fault == 6 ? all / 4 : fined;
            return IsRussian
                ? $"""
                   За год полиция задержала {all} человек на митингах.

                   Всего в отделы доставили {F(Men, 2)} мужчин и {Women} женщин, {all} человек: {F(Men, 2)} мужчин и {Women} женщин.

                   Оштрафовали {fined} из {all} ({N(said)}%). Большинство ({few} из {all}) не согласилось.

                   Число жалоб выросло с {Earlier} до {later}, на {N(rise)}%.

                   По нашим данным, полиция задержала на митингах {F(all, 1)} человек.

                   | | число |
                   | --- | --- |
                   | мужчины | {Men} |
                   | женщины | {Women} |
                   | Всего | {F(all, 5)} |
                   """
                : $"""
                   Over the year the police held {all} people at rallies.

                   They held {all} people: {F(Men, 2)} men and {Women} women.

                   Courts fined {fined} of {all} ({N(said)}%). Most of them ({few} of {all}) did not agree.

                   The number of complaints rose from {Earlier} to {later}, by {N(rise)}%.

                   By our data the police held {F(all, 1)} people at rallies.

                   | | number |
                   | --- | --- |
                   | men | {Men} |
                   | women | {Women} |
                   | Total | {F(all, 5)} |
                   """;
        }
    }
}
