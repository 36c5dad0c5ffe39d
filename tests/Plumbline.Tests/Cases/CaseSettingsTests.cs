using Plumbline.Cases;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cases;

public sealed class CaseSettingsTests
{
    [Fact]
    public void An_empty_file_is_valid()
    {
        var defaults = new CaseSettings();
        Assert.Equal(defaults, Read("", out var problems) with { Languages = defaults.Languages });
        Assert.Empty(problems);
    }

    [Fact]
    public void All_keys_are_read()
    {
        var settings = Read("title: Митинги\nlanguages: ru\ntime_zone: Europe/Moscow\nsettles: two-blind\nabout: 0.05\nnearly: 0.03\nshares: 0.01\ninvented: true\nallow_synced: yes\n", out var problems);
        Assert.Empty(problems);
        Assert.Equal(("Митинги", "ru", "Europe/Moscow", Settling.TwoBlind, new HedgeRules { About = 0.05m, Nearly = 0.03m, Shares = 0.01m }, true, true),
            (settings.Title, Assert.Single(settings.Languages), settings.TimeZone, settings.Settles, settings.Hedges, settings.Invented, settings.AllowSynced));
    }

    [Fact]
    public void Faults_are_reported_all_at_once_with_line_and_column()
    {
        Read("titel: x\nsettles: three\nabout: 2\n", out var problems);
        Assert.Equal([(1, 1), (2, 10)], problems.Select(p => (p.Place.Line, p.Place.Column)));
        Read("about: 2\ntime_zone: Europe/Moskow\n", out problems);
        Assert.Equal(["CAS010", "CAS011"], problems.Select(p => p.Code).Order());
        Assert.All(problems, p => Assert.True(p.Place is { Line: > 0, Column: > 0, SourceLine: not null }));
    }

    private static CaseSettings Read(string yaml, out List<Problem> problems)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["case.yaml"], yaml);
        return CaseSettings.Read(CaseFolder.Open(folder.Path), problems = []);
    }
}
