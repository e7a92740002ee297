using System.Data.Common;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Web.Components.Shared;
using BorgerPortal.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Journeys;

/// <summary>A page that asks the portal something, stops asking when it is left, and says what went wrong.</summary>
public abstract class AskingPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    // The token outlives its source: a page that has been left may still be reading.
    protected AskingPage() => Leaving = _leaving.Token;

    [Inject]
    public required IStringLocalizer<Texts> T { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required PageFaults Faults { get; set; }

    /// <summary>What went wrong last; null when nothing did.</summary>
    protected Fault? Fault { get; set; }

    /// <summary>Ends the page's reads when it is left. A change that has begun is carried through.</summary>
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

    /// <summary>Null where the database is away: then <see cref="Fault"/> says so.</summary>
    protected async Task<TAnswer?> UnlessUnavailableAsync<TAnswer>(Func<Task<TAnswer>> question)
        where TAnswer : class
    {
        try
        {
            return await question();
        }
        catch (Exception exception) when (exception is BookingStoreUnavailableException or DbException)
        {
            Fault = Faults.Unavailable(exception);
            return null;
        }
    }
}
