using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Web.Journeys.Book;
using Microsoft.AspNetCore.Components;

namespace BorgerPortal.Web.Journeys.Waiting;

/// <summary>Tells a citizen that the booking system's answer is not known yet, and looks again by itself until it is.</summary>
public sealed partial class WaitForAnswer
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private Task? _looking;
    private int? _movesBefore;

    /// <summary>What was asked of the booking, where it is not a new one: <see cref="ReceiptOf"/>.</summary>
    [SupplyParameterFromQuery(Name = "aendring")]
    public string? Change { get; set; }

    private bool IsNew => Change is not (ReceiptOf.Cancelled or ReceiptOf.Moved);

    private bool CameToNothing => (IsNew && Booking is { State: BookingState.Cancelled }) || (Fault?.Has(Errors.UnknownBooking) ?? false);

    private bool IsNotCancelled => Change == ReceiptOf.Cancelled && Booking is { State: BookingState.Active };

    private string Heading => CameToNothing ? T["Waiting_NotBookedHeading"] : IsNotCancelled ? T["Waiting_NotCancelledHeading"] : T["Waiting_Heading"];

    /// <summary>Where the answer is to be read; null while it is not known, and where this page tells it.</summary>
    private string? AnsweredAt => Booking?.State switch
    {
        BookingState.Active when IsNew => Urls.Receipt(BookingId),
        BookingState.Active when Change == ReceiptOf.Moved =>
            _movesBefore < Booking.Moves ? Urls.Receipt(BookingId, ReceiptOf.Moved) : Urls.Meeting(BookingId),
        BookingState.Cancelled when !IsNew => Urls.Receipt(BookingId, ReceiptOf.Cancelled),
        _ => null,
    };

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        _movesBefore ??= Booking is { State: BookingState.Pending } pending ? pending.Moves : null;
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
            while (!CameToNothing && !IsNotCancelled && AnsweredAt is null && await timer.WaitForNextTickAsync(Leaving))
            {
                await InvokeAsync(LookAsync);
            }

            if (AnsweredAt is { } answer)
            {
                await InvokeAsync(() => Navigation.NavigateTo(answer, replace: true));
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
