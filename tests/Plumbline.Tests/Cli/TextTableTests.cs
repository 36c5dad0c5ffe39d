using CsCheck;
using Plumbline.Cli.Output;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cli;

public sealed class TextTableTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(40)]
    [InlineData(30)]
    public void A_table_fits_its_width_and_loses_no_word(int width) => Golden.Verify(
        Draw(
            width,
            ["unit", "court", "fine", "quote"],
            ["yt01qg2qzk0fm5nw", "Тверской районный суд города Москвы", "10,000", "назначить наказание в виде административного штрафа в размере 10 000 рублей"],
            ["yac91fnjajt6xvhm", "東京地方裁判所", "500", ""]),
        width.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void No_line_is_wider_than_the_screen_and_no_letter_is_lost() =>
        Gen.Select(Gen.Int[20, 120], Gen.String[Gen.Char["абвгд ежз日本x-"], 0, 60].Array[3, 3].Array[1, 4]).Sample((width, rows) =>
        {
            var text = Draw(width, ["one", "two", "three"], rows);
            return text.Split('\n').All(line => SafeText.WidthOf(line) <= width)
                && Letters(rows.SelectMany(r => r)) == Letters([text]);
        });

    private static string Letters(IEnumerable<string> texts)
    {
        var all = string.Concat(texts);
        return string.Concat(all.Where(c => c is >= 'а' and <= 'я' or '日' or '本').Order());
    }

    private static string Draw(int width, string[] headers, params string[][] rows)
    {
        var writer = new StringWriter();
        var table = new TextTable(headers).Right(2);
        foreach (var row in rows)
        {
            table.Add(row);
        }

        table.Write(new Screen(writer, width, colors: false));
        return writer.ToString();
    }
}
