using System.Data.Common;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Previews;
using BorgerPortal.Web.Components.Shared;
using BorgerPortal.Web.Previews;
using BorgerPortal.Web.Resources;
using BorgerPortal.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Journeys;

/// <summary>
/// A page about the citizen who has logged in. It asks operations, and shows what they refuse. What the prerendered page was
/// told, the live one is not told again, so that nothing on it moves; but free times are always asked for anew.
/// </summary>
public abstract class CitizenPage : ComponentBase, IDisposable
{
    // The cookie names a citizen whom the database no longer knows.
    private static readonly HashSet<ErrorCode> Gone = [Errors.UnknownPersonnummer, Errors.CitizenLookupFailed];

    private readonly CancellationTokenSource _leaving = new();
    private readonly List<PersistingComponentStateSubscription> _kept = [];
    private readonly HashSet<string> _keptKeys = [];

    // The token outlives its source: a page that has been left may still be reading.
    protected CitizenPage() => Leaving = _leaving.Token;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required IStringLocalizer<Texts> T { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required PageFaults Faults { get; set; }

    [Inject]
    public required PersistentComponentState Prerendered { get; set; }

    /// <summary>What the page asks, and what time it is to it: the portal, or a preview of it.</summary>
    [Inject]
    public required Perspective View { get; set; }

    /// <summary>What went wrong last; null when nothing did.</summary>
    protected Fault? Fault { get; set; }

    protected TimeProvider Clock => View.Clock;

    /// <summary>Ends the page's reads when the citizen leaves it. A change that has begun is carried through.</summary>
    protected CancellationToken Leaving { get; }

    public void Dispose()
    {
        _kept.ForEach(subscription => subscription.Dispose());
        _leaving.Cancel();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Asks an operation about the citizen. Null where it refused: then <see cref="Fault"/> says why, or the citizen is on
    /// the way to log in.
    /// </summary>
    /// <param name="operation">The question.</param>
    /// <param name="none">A refusal that only says that there is nothing, and is no fault of the page's.</param>
    protected async Task<TAnswer?> AskAsync<TAnswer>(Func<CitizenReference, Task<Result<TAnswer>>> operation, ErrorCode? none = null)
        where TAnswer : class
    {
        if ((await Authentication).User.CitizenId() is not { } id)
        {
            LeaveForLogIn();
            return null;
        }

        if (TakeKept<TAnswer>() is { } told)
        {
            return told;
        }

        try
        {
            var result = await operation(CitizenReference.ById(id));
            if (!result.IsError)
            {
                if (result.Value is not (TimeslotListing or RescheduleTimeslots or ImmediateBookingTimeslots))
                {
                    Keep(result.Value);
                }

                return result.Value;
            }

            if (Gone.Contains(result.Leading!.Code))
            {
                LeaveForLogIn();
                return null;
            }

            if (result.Leading.Code != none)
            {
                Fault = Faults.Refused(result.Errors);
            }
        }
        catch (Exception exception) when (exception is BookingStoreUnavailableException or DbException)
        {
            Fault = Faults.Unavailable(exception);
        }
        catch (PreviewException)
        {
            Fault = Faults.OnlyPreviewed();
        }

        return null;
    }

    /// <summary>Hands something from the prerendered page to the live one.</summary>
    protected void Keep<TAnswer>(TAnswer answer)
    {
        if (!RendererInfo.IsInteractive && _keptKeys.Add(KeyOf<TAnswer>()))
        {
            _kept.Add(Prerendered.RegisterOnPersisting(
                () =>
                {
                    Prerendered.PersistAsJson(KeyOf<TAnswer>(), answer);
                    return Task.CompletedTask;
                },
                RenderMode.InteractiveServer));
        }
    }

    /// <summary>What the prerendered page has handed over, the first time; else null.</summary>
    protected TAnswer? TakeKept<TAnswer>()
        where TAnswer : class =>
        RendererInfo.IsInteractive && Prerendered.TryTakeFromJson<TAnswer>(KeyOf<TAnswer>(), out var kept) ? kept : null;

    private string KeyOf<TAnswer>() => $"{GetType().Name}.{typeof(TAnswer).Name}";

    private void LeaveForLogIn() => Navigation.NavigateTo(Urls.LogIn, forceLoad: true);
}
