using Plumbline.Cases.Yaml;
using Plumbline.Coding.Names;
using Plumbline.Evidence;

namespace Plumbline.Coding.Codebooks;

/// <summary>A list that a variable names; without names when it has a fault.</summary>
internal sealed record NamedList(string Path, NameList? Names);

/// <summary>Reads `names` of a variable, and the list itself.</summary>
internal static class NamesReader
{
    public static NamedList? Read(YamlMap map, Variable variable, ReadingContext context)
    {
        if (map["names"] is not { } node || ColumnsOf(node) is not { } columns)
        {
            return null;
        }

        if (variable.Type is not (VariableType.Text or VariableType.Entity))
        {
            context.Faults.WrongDefinition(node, "Only a text or an entity has a list of names.", "Write type: entity, or take names out.");
            return null;
        }

        if (context.Root is null)
        {
            context.Faults.BrokenList(node, columns.Path, "this codebook lies in no folder");
            return null;
        }

        return new NamedList(columns.Path, NameListFile.Read(context.Root, columns, node, context.Faults));
    }

    private static NameListColumns? ColumnsOf(YamlNode node)
    {
        if (node is YamlScalar path)
        {
            return NameListColumns.Default(path.Text);
        }

        if (node is not YamlMap map || map.Text("list") is not { } list)
        {
            return null; // The shape has told.
        }

        var columns = NameListColumns.Default(list);
        return columns with
        {
            Name = map.Text("name") ?? columns.Name,
            Also = map["also"] is null ? columns.Also : map.Texts("also"),
            Place = map["place"] is null ? columns.Place : map.Texts("place"),
            IsComplete = map.Flag("complete"),
        };
    }
}
