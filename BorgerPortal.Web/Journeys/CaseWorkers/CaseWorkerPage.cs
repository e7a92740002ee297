using System.Data.Common;
using BorgerPortal.Domain;
using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Web.Components.Shared;
using BorgerPortal.Web.Resources;
using BorgerPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Journeys.CaseWorkers;

/// <summary>
/// A page for caseworkers. Everything that it asks is asked for the desk of whoever has logged in, whose right is looked at
/// again each time: a role may have been taken away since the page was opened.
/// </summary>
public abstract class CaseWorkerPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    protected CaseWorkerPage() => Leaving = _leaving.Token;

    [Inject]
    public required AuthenticationStateProvider Users { get; set; }

    [Inject]
    public required IAuthorizationService Authorization { get; set; }

    [Inject]
    public required IStringLocalizer<Texts> T { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required PageFaults Faults { get; set; }

    /// <summary>What went wrong last; null when nothing did.</summary>
    protected Fault? Fault { get; set; }

    /// <summary>Ends the page's reads when the caseworker leaves it.</summary>
    protected CancellationToken Leaving { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _leaving.Cancel();
            _leaving.Dispose();
        }
    }

    /// <summary>Asks for the caseworker's desk. Null where they may not, or the database is away: then <see cref="Fault"/> says so.</summary>
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

        try
        {
            return await question(desk);
        }
        catch (Exception exception) when (exception is BookingStoreUnavailableException or DbException)
        {
            Fault = Faults.Unavailable(exception);
            return null;
        }
    }

    /// <summary>The same of an operation; where it refuses, <see cref="Fault"/> says why.</summary>
    protected async Task<TAnswer?> AskOperationAsync<TAnswer>(string policy, Func<Desk, Task<Result<TAnswer>>> operation)
        where TAnswer : class
    {
        if (await AskAsync(policy, operation) is not { } result)
        {
            return null;
        }

        if (result.IsError)
        {
            Fault = Faults.Refused(result.Errors);
            return null;
        }

        return result.Value;
    }
}
