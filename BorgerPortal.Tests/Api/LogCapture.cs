using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Tests.Api;

/// <summary>Everything that anybody logs, down to the last level: texts, the values in them, scopes and exceptions.</summary>
internal sealed class LogCapture : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public void AddTo(IServiceCollection services) => services.AddLogging(logging => logging
        .AddProvider(this)
        .SetMinimumLevel(LogLevel.Trace)
        .AddFilter<LogCapture>(null, LogLevel.Trace));

    /// <summary>Only what the settings let through.</summary>
    public void AddAtConfiguredLevels(IServiceCollection services) => services.AddLogging(logging => logging.AddProvider(this));

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Note(state);
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue(formatter(state, exception));
        _lines.Enqueue(exception?.ToString() ?? "");
        Note(state);
    }

    public void Dispose()
    {
    }

    private void Note<TState>(TState state) => _lines.Enqueue(state is IEnumerable<KeyValuePair<string, object?>> values
        ? string.Join('\n', values.Select(value => $"{value.Key}={value.Value}"))
        : state?.ToString() ?? "");
}
