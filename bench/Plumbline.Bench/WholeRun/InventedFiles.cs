using System.Globalization;

namespace Plumbline.Bench.WholeRun;

/// <summary>Files of invented rulings, half of them HTML, a thousand in a folder.</summary>
internal static class InventedFiles
{
    public static void Write(string folder, int count, int bytes)
    {
        var options = new Plumbline.Invented.InventedOptions { TargetBytes = bytes, HtmlShare = 0.5 };
        for (var i = 0; i < count; i += 1000)
        {
            Directory.CreateDirectory(FolderOf(folder, i));
        }

        Parallel.For(0, count, i =>
        {
            var ruling = Plumbline.Invented.InventedRulings.One(1, i, options);
            File.WriteAllBytes(Path.Combine(FolderOf(folder, i), ruling.FileName), ruling.Bytes);
        });
    }

    private static string FolderOf(string folder, int number) => Path.Combine(folder, (number / 1000).ToString("D4", CultureInfo.InvariantCulture));
}
