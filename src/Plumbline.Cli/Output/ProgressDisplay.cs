using System.Globalization;
using Plumbline.Evidence;
using Spectre.Console;

namespace Plumbline.Cli.Output;

/// <summary>
/// Progress with time left, on standard error, for what takes over two seconds: bars on a terminal, else a line every
/// ten seconds.
/// </summary>
internal sealed class ProgressDisplay : IProgress<StageProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (StageProgress Latest, long Since)> stages = [];
    private readonly List<string> order = [];
    private readonly ManualResetEventSlim ended = new();
    private readonly TimeProvider clock;
    private readonly TextWriter writer;
    private readonly Thread? thread;
    private readonly CancellationToken stop;

    /// <param name="writer">Where to.</param>
    /// <param name="isTerminal">True for bars.</param>
    /// <param name="quiet">True to show nothing.</param>
    /// <param name="clock">Counts the time.</param>
    /// <param name="stop">Once set, bars say that the work is stopping: a line beside them would be drawn over.</param>
    public ProgressDisplay(TextWriter writer, bool isTerminal, bool quiet, TimeProvider clock, CancellationToken stop = default)
    {
        this.stop = stop;
        this.writer = writer;
        this.clock = clock;
        if (!quiet)
        {
            thread = new Thread(() => Show(isTerminal)) { IsBackground = true, Name = "progress" };
            thread.Start();
        }
    }

    /// <inheritdoc/>
    public void Report(StageProgress value)
    {
        lock (gate)
        {
            if (!stages.TryGetValue(value.Stage, out var known))
            {
                order.Add(value.Stage);
                known.Since = clock.GetTimestamp();
            }

            stages[value.Stage] = (value, known.Since);
        }
    }

    /// <summary>The line for a stage where there is no terminal.</summary>
    public static string Line(StageProgress p, TimeSpan elapsed)
    {
        var done = p.Total > 0 ? $"{Screen.Digits(p.Done)} of {Screen.Digits(p.Total)}" : Screen.Digits(p.Done);
        var problems = p.Problems > 0 ? ", " + Screen.Count(p.Problems, "problem", "problems") : "";
        var left = p.Total > p.Done && p.Done > 0 && elapsed > TimeSpan.Zero
            ? $", about {Time(elapsed * ((double)(p.Total - p.Done) / p.Done))} left"
            : "";
        return $"{SafeText.Line(p.Stage)}: {done} {SafeText.Line(p.Things)}{problems}{left}";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ended.Set();
        thread?.Join();
        ended.Dispose();
    }

    private static string Time(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min")
        : time.TotalMinutes >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Ceiling(time.TotalSeconds)} s");

    private void Show(bool isTerminal)
    {
        if (ended.Wait(Patience))
        {
            return;
        }

        if (isTerminal)
        {
            ShowBars();
        }
        else
        {
            while (!ended.Wait(LineEvery))
            {
                ShowLine();
            }
        }
    }

    private void ShowLine()
    {
        lock (gate)
        {
            if (order.Count > 0)
            {
                var (latest, since) = stages[order[^1]];
                writer.Write(Line(latest, clock.GetElapsedTime(since)) + "\n");
                writer.Flush();
            }
        }
    }

    private void ShowBars()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes });
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 20 }, new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var tasks = new Dictionary<string, ProgressTask>();
                do
                {
                    lock (gate)
                    {
                        foreach (var stage in order)
                        {
                            var latest = stages[stage].Latest;
                            if (!tasks.TryGetValue(stage, out var task))
                            {
                                tasks.Add(stage, task = context.AddTask(Markup.Escape(stage)));
                            }

                            task.IsIndeterminate = latest.Total == 0;
                            task.MaxValue = Math.Max(1, latest.Total);
                            task.Value = latest.Done;
                            task.Description = Markup.Escape($"{(stop.IsCancellationRequested ? "stopping: " : "")}{SafeText.Line(stage)} {Screen.Digits(latest.Done)} {SafeText.Line(latest.Things)}");
                        }
                    }
                }
                while (!ended.Wait(TimeSpan.FromMilliseconds(200)));
            });
    }
}
