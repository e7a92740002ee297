using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.ChangeBooking;

/// <summary>A kind of database that everybody's bookings lie in; each program gets a copy of its own.</summary>
internal interface IBookedDatabase
{
    string Name { get; }

    /// <summary>What is copied.</summary>
    Copy Seed { get; }

    /// <summary>Makes who and what can be booked.</summary>
    Task MakeAsync(KeyRing keys, Schedule schedule, int times);

    /// <summary>The bookings of the seed, once they have been made.</summary>
    Task<IReadOnlyList<MadeBooking>> ReadAsync();

    /// <summary>A copy with its bookings.</summary>
    Task<Copy> CopyAsync();

    /// <summary>A bare program on a copy, that writes these rows.</summary>
    (Func<int, Task> WriteAsync, Func<ValueTask> DisposeAsync) Bare(Copy copy, Func<int, Write[]> rows);

    /// <summary>What a query that counts finds.</summary>
    Task<long> CountAsync(Copy copy, string sql);
}

/// <summary>A copy.</summary>
/// <param name="AddTo">Adds it to a domain.</param>
/// <param name="Place">The file or the connection string.</param>
internal sealed record Copy(Action<IServiceCollection> AddTo, string Place);
