using System.Text.Json;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>Problems, a JSON object a line.</summary>
internal static class ProblemFile
{
    public static IEnumerable<Problem> Read(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        foreach (var line in File.ReadLines(path))
        {
            if (JsonSerializer.Deserialize(line, ManifestJson.Line.StoredProblem) is { } problem)
            {
                yield return problem.ToProblem();
            }
        }
    }

    public static void Write(string path, IEnumerable<Problem> problems)
    {
        using (var writer = new StreamWriter(path + ".new"))
        {
            foreach (var problem in problems)
            {
                writer.WriteLine(JsonSerializer.Serialize(StoredProblem.Of(problem), ManifestJson.Line.StoredProblem));
            }
        }

        File.Move(path + ".new", path, overwrite: true);
    }
}
