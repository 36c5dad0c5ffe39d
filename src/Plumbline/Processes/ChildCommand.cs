using System.Reflection;

namespace Plumbline.Processes;

/// <summary>How to start a hidden verb of this program as a child that talks in <see cref="Frames"/> over its pipes.</summary>
/// <param name="FileName">The program, found as the system finds programs.</param>
/// <param name="Arguments">Its arguments, one each, not quoted.</param>
public sealed record ChildCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The program that is running, with another verb: the program file itself, or the runtime with the entry assembly.</summary>
    /// <exception cref="InvalidOperationException">The program does not know its own file.</exception>
    public static ChildCommand OfThisProgram(params string[] verb)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The program does not know its own file.");
        if (!Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            return new ChildCommand(program, verb);
        }

        var entry = Assembly.GetEntryAssembly() ?? throw new InvalidOperationException("The program has no entry assembly.");
        return OfAssembly(entry.Location, verb);
    }

    /// <summary>An assembly with an entry point, run by the runtime that runs this program.</summary>
    public static ChildCommand OfAssembly(string assembly, params string[] arguments)
    {
        var program = Environment.ProcessPath;
        var isRuntime = Path.GetFileNameWithoutExtension(program)?.Equals("dotnet", StringComparison.OrdinalIgnoreCase) == true;
        return new ChildCommand(isRuntime ? program! : "dotnet", ["exec", assembly, .. arguments]);
    }
}
