using System.Security.Claims;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Web.Previews;
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

    /// <summary>The preview that the page is of; null where it is of none.</summary>
    public string? PreviewToken => _user?.PreviewToken();

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

    /// <summary>The session is looked at anew: whose name or roles have changed meanwhile is from now on whom it says.</summary>
    public void Renew(SessionState state)
    {
        var user = SessionUser.Of(state);
        if (_user?.PreviewToken() is not null)
        {
            // The page of a preview is the citizen's; the caseworker must still be one who may look at it.
            if (!user.IsInRole(CaseWorkerRoles.Reads))
            {
                End();
            }
        }
        else if (_user is { } known && !known.Claims.Select(Read).SequenceEqual(user.Claims.Select(Read)))
        {
            _user = user;
            NotifyAuthenticationStateChanged(GetAuthenticationStateAsync());
        }

        static (string Type, string Value) Read(Claim claim) => (claim.Type, claim.Value);
    }

    public void End()
    {
        (_user, IsOver) = (Nobody, true);
        NotifyAuthenticationStateChanged(GetAuthenticationStateAsync());
    }
}
