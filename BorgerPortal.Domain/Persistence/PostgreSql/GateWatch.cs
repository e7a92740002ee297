namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>
/// What this process knows of <see cref="PostgreSqlGate"/>. Whoever comes to it waits for as long as the server lets them
/// wait for a lock; once one has waited in vain, a larger change is under way, and from then on only one at a time waits
/// there. All others are told at once: they would fill the writer's turns, and those behind them would wait without end.
/// </summary>
internal sealed class GateWatch
{
    private const int Nobody = 0;
    private const int Somebody = 1;

    private volatile bool _isClosed;
    private int _waiting = Nobody;

    /// <summary>Comes to the gate; to be disposed of when the plan has ended.</summary>
    /// <exception cref="BookingStoreUnavailableException">It is closed, and another waits there already.</exception>
    public Visit Come()
    {
        if (!_isClosed)
        {
            return new Visit(this, waits: false);
        }

        return Interlocked.Exchange(ref _waiting, Somebody) == Nobody
            ? new Visit(this, waits: true)
            : throw new BookingStoreUnavailableException("A larger change of the PostgreSQL database is under way.");
    }

    /// <summary>A plan's stay at the gate.</summary>
    internal readonly struct Visit(GateWatch watch, bool waits) : IDisposable
    {
        /// <summary>The gate let it through.</summary>
        public void Passed() => watch._isClosed = false;

        /// <summary>It has waited in vain.</summary>
        public void WasTurnedAway() => watch._isClosed = true;

        public void Dispose()
        {
            if (waits)
            {
                Volatile.Write(ref watch._waiting, Nobody);
            }
        }
    }
}
