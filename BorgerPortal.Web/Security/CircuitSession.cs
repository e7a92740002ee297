using System.Data.Common;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Sessions;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace BorgerPortal.Web.Security;

/// <summary>
/// Lets an open page do nothing more once its session has ended, wherever that was noticed: it is looked at before
/// anything that the browser asks of the page, and now and then while it only lies open. None of that counts as a use.
/// </summary>
internal sealed class CircuitSession(CircuitUser user, LogInSessions sessions, TimeProvider clock) : CircuitHandler, IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock _turn = new();
    private Task<bool> _last = Task.FromResult(true);
    private ITimer? _timer;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _timer = clock.CreateTimer(_ => _ = MayActAsync(), state: null, Pause, Pause);
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            if (await MayActInTurnAsync())
            {
                await next(context);
            }
        };

    public void Dispose() => _timer?.Dispose();

    /// <summary>The page hears of things in the order in which they happened, however long each look at the session takes.</summary>
    private Task<bool> MayActInTurnAsync()
    {
        lock (_turn)
        {
            return _last = AfterAsync(_last);
        }

        async Task<bool> AfterAsync(Task before)
        {
            await before;
            return await MayActAsync();
        }
    }

    private async Task<bool> MayActAsync()
    {
        if (user.IsOver || user.Session is not { } session)
        {
            return !user.IsOver;
        }

        try
        {
            if (await sessions.FindAsync(session, CancellationToken.None) is { Ended: null } state)
            {
                user.Renew(state);
                return true;
            }
        }
        catch (Exception exception) when (exception is BookingStoreUnavailableException or DbException)
        {
            // Without the database the page can do nothing but say so.
            return true;
        }

        user.End();
        return false;
    }
}
