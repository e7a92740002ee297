using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Previews;
using BorgerPortal.Web.Previews;
using BorgerPortal.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;

namespace BorgerPortal.Web.Journeys;

/// <summary>
/// A page about the citizen who has logged in. It asks operations, and shows what they refuse. What the prerendered page was
/// told, the live one is not told again, so that nothing on it moves; but free times are always asked for anew.
/// </summary>
public abstract class CitizenPage : AskingPage
{
    // The cookie names a citizen whom the database no longer knows.
    private static readonly HashSet<ErrorCode> Gone = [Errors.UnknownPersonnummer, Errors.CitizenLookupFailed];

    private readonly List<PersistingComponentStateSubscription> _kept = [];
    private readonly HashSet<string> _keptKeys = [];

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required PersistentComponentState Prerendered { get; set; }

    /// <summary>What the page asks, and what time it is to it: the portal, or a preview of it.</summary>
    [Inject]
    public required Perspective View { get; set; }

    protected TimeProvider Clock => View.Clock;

    /// <summary>
    /// Asks an operation about the citizen. Null where it refused: then <see cref="AskingPage.Fault"/> says why, or the citizen is on
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
            return await UnlessUnavailableAsync(() => operation(CitizenReference.ById(id))) is { } result ? AnswerOf(result, none) : null;
        }
        catch (PreviewException)
        {
            Fault = Faults.OnlyPreviewed();
            return null;
        }
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

    protected override void Dispose(bool disposing)
    {
        _kept.ForEach(subscription => subscription.Dispose());
        base.Dispose(disposing);
    }

    private TAnswer? AnswerOf<TAnswer>(Result<TAnswer> result, ErrorCode? none)
        where TAnswer : class
    {
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
        }
        else if (result.Leading.Code != none)
        {
            Fault = Faults.Refused(result.Errors);
        }

        return null;
    }

    private string KeyOf<TAnswer>() => $"{GetType().Name}.{typeof(TAnswer).Name}";

    private void LeaveForLogIn() => Navigation.NavigateTo(Urls.LogIn, forceLoad: true);
}
