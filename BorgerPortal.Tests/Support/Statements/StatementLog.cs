using System.Collections.Concurrent;
using BorgerPortal.Domain.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Tests.Support.Statements;

/// <summary>Every statement that the domain gives to the database: EF's, the hot reads' and the plans'.</summary>
public sealed class StatementLog : ILoggerProvider
{
    private const string Executed = "Microsoft.EntityFrameworkCore.Database.Command";

    private readonly ConcurrentQueue<string> _statements = new();

    /// <summary>The parameters that are lengths of time: PostgreSQL cannot tell that from a statement alone.</summary>
    public ConcurrentDictionary<string, bool> Lengths { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> All => [.. _statements];

    /// <summary>Listens to a portal's services.</summary>
    public void Listen(IServiceCollection services)
    {
        services.AddLogging(logging => logging.AddProvider(this).AddFilter(Executed, LogLevel.Information));
        services.WrapReader(inner => new LoggedReader(inner, this));
        services.WrapWriter(inner => new LoggedWriter(inner, this));
    }

    public void Clear() => _statements.Clear();

    public void Note(string sql) => _statements.Enqueue(sql);

    public ILogger CreateLogger(string categoryName) => new CommandLogger(this, categoryName == Executed);

    public void Dispose()
    {
    }

    private sealed class LengthsOf(StatementLog log) : IWriteParameters
    {
        public void Add(string name, long? value)
        {
        }

        public void Add(string name, bool? value)
        {
        }

        public void Add(string name, string? value)
        {
        }

        public void Add(string name, byte[] value)
        {
        }

        public void Add(string name, Guid? value)
        {
        }

        public void Add(string name, DateOnly? value)
        {
        }

        public void Add(string name, DateTimeOffset? value)
        {
        }

        public void Add(string name, TimeSpan value) => log.Lengths[name] = true;
    }

    private sealed class CommandLogger(StatementLog log, bool isCommands) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isCommands;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (isCommands && state is IReadOnlyList<KeyValuePair<string, object?>> values
                && values.FirstOrDefault(value => value.Key == "commandText").Value is string sql
                && eventId.Name!.EndsWith("CommandExecuted", StringComparison.Ordinal))
            {
                log.Note(sql);
            }
        }
    }

    private sealed class LoggedReader(IBookingReader inner, StatementLog log) : IBookingReader
    {
        public ValueTask ReadAsync(Reading reading, CancellationToken cancellationToken)
        {
            foreach (var question in reading.Questions)
            {
                log.Note(question.Query.Sql);
                question.Query.Bind(new LengthsOf(log));
            }

            return inner.ReadAsync(reading, cancellationToken);
        }
    }

    private sealed class LoggedWriter(IBookingWriter inner, StatementLog log) : IBookingWriter
    {
        public Task<WriteRefusal?> ApplyAsync(WritePlan plan)
        {
            foreach (var write in plan.Writes)
            {
                log.Note(write.Sql);
                write.Bind(new LengthsOf(log));
            }

            return inner.ApplyAsync(plan);
        }

        public Task<T> RunAloneAsync<T>(Func<BookingDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
            inner.RunAloneAsync(work, cancellationToken);
    }
}
