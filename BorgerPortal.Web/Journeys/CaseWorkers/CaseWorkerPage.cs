using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace BorgerPortal.Web.Journeys.CaseWorkers;

/// <summary>
/// A page for caseworkers. Everything that it asks is asked for the desk of whoever has logged in, whose right is looked at
/// again each time: a role may have been taken away since the page was opened.
/// </summary>
public abstract class CaseWorkerPage : AskingPage
{
    [Inject]
    public required AuthenticationStateProvider Users { get; set; }

    [Inject]
    public required IAuthorizationService Authorization { get; set; }

    /// <summary>Asks for the caseworker's desk. Null where they may not, or the database is away: then <see cref="AskingPage.Fault"/> says so.</summary>
    /// <param name="policy">What they must be allowed to, of <see cref="Policies"/>.</param>
    /// <param name="question">The question.</param>
    protected async Task<TAnswer?> AskAsync<TAnswer>(string policy, Func<Desk, Task<TAnswer>> question)
        where TAnswer : class
    {
        var user = (await Users.GetAuthenticationStateAsync()).User;
        if (user.Desk() is not { } desk || !(await Authorization.AuthorizeAsync(user, policy)).Succeeded)
        {
            // Asked anew, the server says itself who may be here.
            Navigation.NavigateTo(Navigation.Uri, forceLoad: true, replace: true);
            return null;
        }

        return await UnlessUnavailableAsync(() => question(desk));
    }
}
