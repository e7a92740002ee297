using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using Microsoft.AspNetCore.Components;

namespace BorgerPortal.Web.Journeys.Waiting;

/// <summary>Tells a citizen that the booking system's answer is not known yet, and looks again by itself until it is.</summary>
public sealed partial class WaitForAnswer
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private Task? _looking;

    [Inject]
    public required TimeProvider Clock { get; set; }

    private bool CameToNothing => Booking is { State: BookingState.Cancelled } || (Fault?.Has(Errors.UnknownBooking) ?? false);

    private string Heading => CameToNothing ? T["Waiting_NotBookedHeading"] : T["Waiting_Heading"];

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (RendererInfo.IsInteractive)
        {
            _looking ??= LookAgainAsync();
        }
    }

    private async Task LookAgainAsync()
    {
        using var timer = new PeriodicTimer(Pause, Clock);
        try
        {
            while (!CameToNothing && Booking is not { State: BookingState.Active } && await timer.WaitForNextTickAsync(Leaving))
            {
                await InvokeAsync(LookAsync);
            }

            if (Booking is { State: BookingState.Active })
            {
                await InvokeAsync(() => Navigation.NavigateTo(Urls.Receipt(BookingId), replace: true));
            }
        }
        catch (OperationCanceledException)
        {
            // The citizen has left the page.
        }
    }

    private async Task LookAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }
}
