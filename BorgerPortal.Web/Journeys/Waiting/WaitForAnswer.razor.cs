using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using Microsoft.AspNetCore.Components;

namespace BorgerPortal.Web.Journeys.Waiting;

/// <summary>Tells a citizen that the booking system's answer is not known yet, and looks again by itself until it is.</summary>
public sealed partial class WaitForAnswer
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private Task _looking = Task.CompletedTask;

    [Inject]
    public required TimeProvider Clock { get; set; }

    private bool CameToNothing => Booking is { State: BookingState.Cancelled } || (Fault?.Has(Errors.UnknownBooking) ?? false);

    private string Heading => CameToNothing ? T["Waiting_NotBookedHeading"] : T["Waiting_Heading"];

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _looking = LookAgainAsync();
        }
    }

    private async Task LookAgainAsync()
    {
        using var timer = new PeriodicTimer(Pause, Clock);
        try
        {
            while (Booking is not { State: not BookingState.Pending } && await timer.WaitForNextTickAsync(Leaving))
            {
                await InvokeAsync(LookAsync);
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
        if (Booking is { State: BookingState.Active })
        {
            Navigation.NavigateTo(Urls.Receipt(BookingId));
            return;
        }

        StateHasChanged();
    }
}
