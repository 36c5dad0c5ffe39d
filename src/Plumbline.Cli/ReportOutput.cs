using System.Text.Json;
using Plumbline.Cli.Output;

namespace Plumbline.Cli;

/// <summary>A page of Markdown as the answer of a verb: into a file, as JSON, or printed.</summary>
internal static class ReportOutput
{
    /// <summary>Writes it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="verb">Name of the JSON contract.</param>
    /// <param name="report">The page.</param>
    /// <param name="output">A file, or null.</param>
    /// <param name="before">What stands before the page in the JSON.</param>
    public static void Write(Call call, string verb, string report, string? output, Action<Utf8JsonWriter>? before = null)
    {
        if (output is not null)
        {
            File.WriteAllText(output, report);
        }

        if (call.Json)
        {
            JsonOutput.Object(call.Out, verb, json =>
            {
                before?.Invoke(json);
                json.WriteString("report", report);
                JsonOutput.Problems(json, []);
            });
        }
        else if (output is null)
        {
            call.Out.WriteRaw(report);
        }
        else
        {
            call.Out.WriteWrapped($"Wrote {SafeText.Line(output)}.");
        }
    }
}
