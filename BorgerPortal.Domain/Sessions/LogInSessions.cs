using System.Security.Cryptography;
using System.Text;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Security;
using Microsoft.Extensions.Options;

namespace BorgerPortal.Domain.Sessions;

/// <summary>The sessions of those who have logged in. All portals on one database know the same ones.</summary>
public sealed class LogInSessions(
    IBookingReader reader, IBookingWriter writer, PersonnummerVault vault, IOptions<LogInSessionOptions> options, TimeProvider clock)
{
    /// <summary>That a session is used is written down once in so long.</summary>
    public static readonly TimeSpan UsePause = TimeSpan.FromMinutes(1);

    /// <summary>For how long after its longest time a session is kept, so that whoever comes back is told why it ended.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    private static readonly DateTimeOffset Whenever = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int IdLength = 32;
    private const int MostDeletedAtOnce = 1000;

    /// <summary>Begins a session.</summary>
    /// <param name="kind">Whether of a citizen or of a caseworker.</param>
    /// <param name="subjectId">Our own id of them.</param>
    /// <param name="jobCentreCode">The caseworker's jobcentre: whoever moves to another one must log in anew.</param>
    /// <returns>Its id, for the browser alone: nobody can read it from the database.</returns>
    public async Task<string> BeginAsync(SubjectKind kind, long subjectId, string? jobCentreCode = null)
    {
        var id = RandomNumberGenerator.GetHexString(IdLength * 2, lowercase: true);
        var now = clock.GetUtcNow();
        await writer.ApplyAsync(new WritePlan([new BeginSession(new LogInSession
        {
            IdHash = HashOf(id),
            Kind = kind,
            SubjectId = subjectId,
            JobCentreCode = jobCentreCode,
            BegunAt = now,
            UsedAt = now,
        })]));
        return id;
    }

    /// <summary>The session of an id that a browser showed; null where there is none, or its user is gone.</summary>
    public async Task<SessionState?> FindAsync(string id, CancellationToken cancellationToken) =>
        id.Length == IdLength * 2 ? await FindAsync(HashOf(id), cancellationToken) : null;

    /// <summary>The same by the hash of the id. That its time is over is written down by whoever notices it first.</summary>
    public async Task<SessionState?> FindAsync(byte[] idHash, CancellationToken cancellationToken)
    {
        // Before the row: one that is used while it is read has not ended.
        var now = clock.GetUtcNow();
        if (await reader.ReadAsync(new ReadSession(idHash), cancellationToken) is not { User: { } user } found)
        {
            return null;
        }

        var state = SessionState.At(now, found.Session, user, options.Value);
        if (state.Ended is { } why && found.Session.EndedAt is null)
        {
            await TryWriteAsync(new EndSession(idHash, now, why, found.Session.UsedAt));
        }

        return state;
    }

    /// <summary>Its user has done something: it holds for the whole idle time again. One that has ended stays so.</summary>
    public async Task<SessionState> UseAsync(SessionState state)
    {
        var (session, now) = (state.Session, clock.GetUtcNow());
        if (state.Ended is null && now - session.UsedAt >= UsePause)
        {
            session.UsedAt = await TryWriteAsync(new UseSession(session.IdHash, now, options.Value)) ? now : session.UsedAt;
        }

        return SessionState.At(now, session, state.User, options.Value);
    }

    /// <summary>Ends a session, in every portal and at once. One that has ended keeps its reason.</summary>
    public Task EndAsync(byte[] idHash, SessionEnd why) =>
        writer.ApplyAsync(new WritePlan([new EndSession(idHash, clock.GetUtcNow(), why, Whenever)]));

    /// <summary>Deletes the sessions of which nobody asks any more. It may be run as often as one likes, also in several portals at once.</summary>
    public async Task DeleteOldAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - options.Value.LongestTime - KeptFor;
        while (await writer.ApplyAsync(new WritePlan([new DeleteSessions(before, MostDeletedAtOnce)])) is null)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Writes down how a session stands, if it can be: what may be read may be looked at while nothing can be written.</summary>
    private async Task<bool> TryWriteAsync(Write write)
    {
        try
        {
            await writer.ApplyAsync(new WritePlan([write]));
            return true;
        }
        catch (BookingStoreUnavailableException)
        {
            return false;
        }
    }

    private byte[] HashOf(string id) => vault.Hash(Encoding.UTF8.GetBytes(id));
}
