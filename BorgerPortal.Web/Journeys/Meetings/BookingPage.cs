using BorgerPortal.Domain.Operations;
using Microsoft.AspNetCore.Components;

namespace BorgerPortal.Web.Journeys.Meetings;

/// <summary>A page about one of the citizen's bookings.</summary>
public abstract class BookingPage : CitizenPage
{
    protected GetBooking GetBooking => View.Get<GetBooking>();

    [Parameter]
    public Guid BookingId { get; set; }

    /// <summary>The booking; null until it has been read, and where it is not this citizen's.</summary>
    protected BookingView? Booking { get; private set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Booking?.Id != BookingId)
        {
            await ReadAsync();
        }
    }

    /// <summary>Reads the booking as it is now.</summary>
    protected async Task ReadAsync()
    {
        Fault = null;
        Booking = await AskAsync(citizen => GetBooking.ExecuteAsync(new GetBookingRequest(citizen, BookingId), Leaving));
    }
}
