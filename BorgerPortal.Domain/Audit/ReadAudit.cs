using System.Threading.Channels;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;

namespace BorgerPortal.Domain.Audit;

/// <summary>
/// The audit log of what is only read. What a citizen or a client system reads costs the request nothing: it is noted here
/// and written each second, so that a crash may lose a second of it. What a caseworker reads is written before it is shown.
/// Changes write their line in their own commit.
/// </summary>
public sealed class ReadAudit(IBookingWriter writer, TimeProvider clock) : IDisposable
{
    private const int LinesInOnePlan = 200;

    private const int MostNoted = 10_000;

    private readonly Channel<AuditEntry> _noted = Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(MostNoted) { SingleReader = true });
    private readonly SemaphoreSlim _flushing = new(1);
    private readonly List<AuditEntry> _batch = [];

    /// <summary>Begins the line of an operation that only reads.</summary>
    internal Look Begin(string operation, OperationRequest request) => new(this, operation, request.Asker, clock.GetUtcNow());

    /// <summary>Writes what has been noted. What the database does not take stays noted, and is written by the next call.</summary>
    /// <exception cref="BookingStoreUnavailableException">The database did not take it.</exception>
    public async Task FlushAsync()
    {
        await _flushing.WaitAsync();
        try
        {
            while (Gather())
            {
                await writer.ApplyAsync(new WritePlan([.. _batch.Select(entry => new WriteAudit(entry))]));
                _batch.Clear();
            }
        }
        finally
        {
            _flushing.Release();
        }
    }

    /// <summary>Writes a line that must be durable before anything is shown: a caseworker's look-up, with its reason.</summary>
    /// <exception cref="BookingStoreUnavailableException">The database did not take it: nothing may be shown.</exception>
    public Task WriteAsync(AuditEntry entry) => writer.ApplyAsync(new WritePlan([new WriteAudit(entry)]));

    public void Dispose() => _flushing.Dispose();

    /// <summary>Notes a line. Where there is no room left, whoever asks writes what is there first: nothing is read that is not noted.</summary>
    /// <exception cref="BookingStoreUnavailableException">There is no room, and the database takes nothing.</exception>
    internal async ValueTask NoteAsync(AuditEntry entry)
    {
        while (!_noted.Writer.TryWrite(entry))
        {
            await FlushAsync();
        }
    }

    private bool Gather()
    {
        while (_batch.Count < LinesInOnePlan && _noted.Reader.TryRead(out var entry))
        {
            _batch.Add(entry);
        }

        return _batch.Count > 0;
    }
}
