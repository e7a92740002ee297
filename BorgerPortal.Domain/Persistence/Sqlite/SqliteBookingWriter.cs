using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>
/// The writer on SQLite. There is one connection that writes, used by one thread at a time, and a queue of plans: those that
/// have gathered while a commit was on its way to the disk share the next one (group commit), a savepoint each. Where
/// nobody writes and nothing waits, a plan is carried out at once by whoever brings it: two hand-overs between threads
/// take as long as the writing itself.
/// </summary>
public sealed class SqliteBookingWriter : IBookingWriter, IAsyncDisposable
{
    /// <summary>As many plans as one commit takes: more would let the first of them wait for the last.</summary>
    private const int LargestGroup = 128;

    private readonly Channel<Job> _queue = Channel.CreateBounded<Job>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private readonly SqliteSettings _settings;
    private readonly ILogger<SqliteBookingWriter> _logger;
    private readonly Lock _writing = new();
    private readonly SqliteCheckpointer _checkpointer;
    private readonly Task _loop;
    private SqliteWriteSession? _session;
    private volatile bool _isClosed;

    public SqliteBookingWriter(SqliteSettings settings, ILogger<SqliteBookingWriter> logger)
    {
        (_settings, _logger) = (settings, logger);
        _checkpointer = new SqliteCheckpointer(settings, logger);
        _loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public async Task<WriteRefusal?> ApplyAsync(WritePlan plan)
    {
        var job = new PlanJob(plan);
        if (!TryCommitAtOnce(job))
        {
            await _queue.Writer.WriteAsync(job);
        }

        return await job.Answer.Task;
    }

    public async Task<T> RunAloneAsync<T>(Func<BookingDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var job = new AloneJob<T>(work, cancellationToken);
        await _queue.Writer.WriteAsync(job, cancellationToken);
        return await job.Answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    /// <summary>False where somebody writes or plans wait: then it is one of those that share the next commit.</summary>
    private bool TryCommitAtOnce(PlanJob job)
    {
        // What runs alone may bring plans too: they wait until it is over.
        if (_queue.Reader.Count > 0 || _isClosed || _writing.IsHeldByCurrentThread || !_writing.TryEnter())
        {
            return false;
        }

        try
        {
            if (_isClosed)
            {
                return false;
            }

            Commit([job]);
            return true;
        }
        finally
        {
            _writing.Exit();
        }
    }

    private void Run()
    {
        var group = new List<PlanJob>(LargestGroup);
        while (WaitForWork())
        {
            lock (_writing)
            {
                WriteWhatWaits(group);
            }
        }

        lock (_writing)
        {
            _isClosed = true;
            _checkpointer.Dispose();
            _session?.Checkpoint();
            Close();
        }
    }

    private void WriteWhatWaits(List<PlanJob> group)
    {
        group.Clear();
        Job? alone = null;
        while (group.Count < LargestGroup && alone is null && _queue.Reader.TryRead(out var job))
        {
            if (job is PlanJob plan)
            {
                group.Add(plan);
            }
            else
            {
                alone = job;
            }
        }

        Commit(group);
        if (alone is not null)
        {
            RunAlone(alone);
        }
    }

    // The writer's own thread: it has nothing else to do while it waits.
    private bool WaitForWork() => _queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    private void Commit(List<PlanJob> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        try
        {
            _session ??= new SqliteWriteSession(_settings);
            _session.Begin();
            foreach (var job in group)
            {
                Apply(_session, job);
            }

            _session.Commit();
            group.ForEach(job => job.Complete());
            _checkpointer.Note(group.Count);
        }
        catch (Exception exception)
        {
            // What went wrong is the same for all of them: none of the group is written.
            _logger.LogError(exception, "A commit of {Count} changes failed.", group.Count);
            Close();
            group.ForEach(job => job.Answer.TrySetException(
                new BookingStoreUnavailableException("The database did not take the change.", exception)));
        }
    }

    private static void Apply(SqliteWriteSession session, PlanJob job)
    {
        try
        {
            job.Refusal = session.Apply(job.Plan);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            // A bug in this plan (a row that refers to nothing) is no reason to fail the others of its group.
            job.Failure = exception;
        }
    }

    private void RunAlone(Job job)
    {
        try
        {
            _session ??= new SqliteWriteSession(_settings);
            var options = new DbContextOptionsBuilder<SqliteBookingDbContext>();
            options.UseSqlite(_session.Connection).UseSnakeCaseNamingConvention();
            using var context = new SqliteBookingDbContext(options.Options);
            using var transaction = context.Database.BeginTransaction();
            job.Work(context).GetAwaiter().GetResult();
            transaction.Commit();
            job.Succeed();
        }
        catch (Exception exception)
        {
            Close();
            job.Fail(exception);
        }
    }

    /// <summary>Ends a transaction that is under way; the next change opens the database anew.</summary>
    private void Close()
    {
        _session?.Dispose();
        _session = null;
    }

    private abstract class Job
    {
        public virtual Task Work(BookingDbContext context) => Task.CompletedTask;

        public virtual void Succeed()
        {
        }

        public abstract void Fail(Exception exception);
    }

    private sealed class PlanJob(WritePlan plan) : Job
    {
        public WritePlan Plan { get; } = plan;

        public WriteRefusal? Refusal { get; set; }

        // The waiting operation goes on elsewhere: the writer's thread is for writing.
        public TaskCompletionSource<WriteRefusal?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Exception? Failure { get; set; }

        public void Complete()
        {
            if (Failure is null)
            {
                Answer.TrySetResult(Refusal);
            }
            else
            {
                Answer.TrySetException(Failure);
            }
        }

        public override void Fail(Exception exception) => Answer.TrySetException(exception);
    }

    private sealed class AloneJob<T>(Func<BookingDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) : Job
    {
        private T _result = default!;

        public TaskCompletionSource<T> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task Work(BookingDbContext context) => _result = await work(context, cancellationToken);

        public override void Succeed() => Answer.TrySetResult(_result);

        public override void Fail(Exception exception) => Answer.TrySetException(exception);
    }
}
