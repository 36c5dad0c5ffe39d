using System.Text;
using Plumbline.Coding.Accuracy;
using Plumbline.Evidence;
using Plumbline.Invented;

namespace Plumbline.Tests.Coding;

public sealed class InventedAccuracyTests
{
    [Fact]
    public void The_template_reads_invented_rulings_as_they_were_meant()
    {
        var book = Coded.Book(Coded.Template("rulings-ru/codebooks/rulings.yaml"));
        var misses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var ruling in InventedRulings.Make(11, 300, new InventedOptions { HtmlShare = 0, DefectShare = 0 }))
        {
            var truth = ruling.Truth;
            var codings = AccuracyRun.Code(Encoding.UTF8.GetString(ruling.Bytes), book).Codings;
            void Check(string variable, string? value)
            {
                var found = string.Join(',', codings.Where(c => c.Variable == variable && c.Status == Status.Stated).Select(c => c.Value!.Value.Text));
                if (found != (value ?? ""))
                {
                    misses[variable] = misses.GetValueOrDefault(variable) + 1;
                }
            }

            Check("decided_on", truth.DecidedOn?.ToString("yyyy-MM-dd"));
            Check("court", truth.Court);
            Check("case_number", truth.CaseNumber);
            Check("provisions", string.Join(',', truth.Provisions));
            Check("outcome", truth.Outcome);
            Check("fine_rub", truth.FineRub is { } fine ? $"{fine} RUB" : null);
            Check("arrest_days", truth.ArrestDays?.ToString());
            Check("work_hours", truth.WorkHours?.ToString());
            Check("admits", truth.Admits);
            Check("video_evidence", truth.VideoEvidence ? "yes" : "no");
            Check("police_report", truth.PoliceReport ? "yes" : "no");
        }

        Assert.All(misses, m => Assert.True(m.Value <= 3, $"{m.Key}: {m.Value} of 300"));
    }
}
