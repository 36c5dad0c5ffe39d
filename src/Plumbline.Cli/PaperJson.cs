using System.Text.Json;
using Plumbline.Pipeline.Replies;

namespace Plumbline.Cli;

/// <summary>The JSON of why, packet and replies (docs/json.md).</summary>
internal static class PaperJson
{
    /// <summary>A request with its answers.</summary>
    public static void Reply(Utf8JsonWriter json, Reply reply, DateOnly today)
    {
        json.WriteStartObject();
        json.WriteString("unit_id", reply.Unit);
        json.WriteString("whom", reply.Whom);
        json.WriteString("about", reply.About);
        json.WriteString("how", reply.How);
        json.WriteString("asked", reply.Asked);
        json.WriteString("deadline", CaseDay.Text(reply.Deadline));
        if (reply.DaysLeft(today) is { } left)
        {
            json.WriteNumber("days_left", left);
        }
        else
        {
            json.WriteNull("days_left");
        }

        json.WriteString("answered", reply.Answered);
        json.WriteBoolean("settled", reply.IsSettled);
        json.WriteStartArray("answers");
        foreach (var answer in reply.Answers)
        {
            json.WriteStartObject();
            json.WriteString("on", CaseDay.Text(answer.On));
            json.WriteString("quote", answer.Quote);
            json.WriteString("letter", answer.Letter);
            json.WriteString("document", answer.Document);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
