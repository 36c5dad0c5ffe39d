using Plumbline.Pipeline;

namespace Plumbline.Tests.Pipeline;

/// <summary>People's names by a list: two spellings of one court agree, and another list makes other tables.</summary>
public sealed class NamedDecisionTests
{
    private const string Book = """
        unit: rulings
        variables:
          court:
            type: entity
            names: lists/courts.csv
            rules: [{read: court, pick: first}]
        """;

    [Fact]
    public void Two_people_who_spell_one_court_in_two_ways_agree_and_another_list_codes_and_settles_anew()
    {
        using var given = DecidedCase.New(Book, settles: "two");
        Directory.CreateDirectory(Path.Combine(given.Folder.Root, "lists"));
        var list = Path.Combine(given.Folder.Root, "lists", "courts.csv");
        File.WriteAllText(list, "name\nВыдуманский районный суд города Небылинска\n");
        given.Give("a.txt", "Судья Выдуманского районного суда г. Небылинска рассмотрел дело.");
        given.Build();
        var unit = given.Unit("a.txt");
        Assert.StartsWith("Выдуманский районный суд города Небылинска", given.Stands(unit, "court"), StringComparison.Ordinal);
        given.Decide(unit, "court", "Выдуманский районный суд гор. Небылинска", "anna", quote: "Выдуманского районного суда г. Небылинска");
        given.Decide(unit, "court", "Выдуманского районного суда Небылинска", "boris", quote: "Выдуманского районного суда г. Небылинска");
        given.Build();
        Assert.Contains("Выдуманский районный суд города Небылинска", given.Stands(unit, "court"), StringComparison.Ordinal);
        Assert.DoesNotContain("disputed", given.Stands(unit, "court"), StringComparison.Ordinal);

        File.WriteAllText(list, "name\nНебылинский районный суд\n");
        using (var built = BuiltCase.Open(given.Folder))
        {
            Assert.True(built.IsStale());
        }

        given.Build();
        Assert.Contains("disputed", given.Stands(unit, "court"), StringComparison.Ordinal);
    }
}
