using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace BorgerPortal.Web.Security;

/// <summary>
/// Who uses a page. An open page (a circuit) belongs to the session that it began with: once that has ended, or the page
/// comes back under another one, nobody uses it any more.
/// </summary>
internal sealed class CircuitUser : AuthenticationStateProvider, IHostEnvironmentAuthenticationStateProvider
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    private ClaimsPrincipal? _user;

    /// <summary>Whether the page has had a session that is over; it may then do nothing more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The hash of the session's id; null where nobody uses the page.</summary>
    public byte[]? Session => _user?.SessionHash();

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(_user ?? Nobody));

    /// <summary>Told by the framework when the page begins, and when it comes back after the connection was lost.</summary>
    public async void SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        var user = (await authenticationStateTask).User;
        if (_user is null)
        {
            _user = user;
            NotifyAuthenticationStateChanged(GetAuthenticationStateAsync());
        }
        else if (!Session.AsSpan().SequenceEqual(user.SessionHash()))
        {
            End();
        }
    }

    public void End()
    {
        (_user, IsOver) = (Nobody, true);
        NotifyAuthenticationStateChanged(GetAuthenticationStateAsync());
    }
}
