namespace Plumbline.App.Hosting;

/// <summary>
/// What goes wrong inside the web server, on standard error: the kind of the fault and where, never its message, since that may quote a
/// document, an address or a file name.
/// </summary>
internal sealed class SilentLog(TextWriter error) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && exception is not null)
        {
            error.Write($"A fault inside the app: {exception.GetType().Name} in {exception.TargetSite?.DeclaringType?.Name}.{exception.TargetSite?.Name}\n");
            if (Environment.GetEnvironmentVariable("PLUMB_DEBUG") == "1")
            {
                error.Write(Cli.Faults.Stack(exception));
            }
        }
    }

    public void Dispose()
    {
    }
}
