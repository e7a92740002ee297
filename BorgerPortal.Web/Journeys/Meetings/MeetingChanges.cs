using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;
using BorgerPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Journeys.Meetings;

/// <summary>Whether a citizen may move or cancel a meeting now, in words: until when, or why not and since when.</summary>
public static class MeetingChanges
{
    public static bool MayBeMoved(this BookingView booking, Moment moment) =>
        booking is { State: not BookingState.Cancelled, ImmediateBooking: false } && ObstacleOf(booking, moment) == RebookingObstacle.None;

    public static bool MayBeCancelled(this BookingView booking, Moment moment) =>
        booking is { State: BookingState.Active, ImmediateBooking: false, Details.CancellationPossible: true }
        && booking.Details.Start >= moment.Now
        && !(booking.Details.CancellationDeadline < moment.Now);

    public static string Moving(this IStringLocalizer<Texts> texts, BookingView booking, Moment moment) =>
        booking.State == BookingState.Cancelled ? texts["Meeting_Cancelled"]
        : booking.ImmediateBooking ? texts["Change_Immediate"]
        : ObstacleOf(booking, moment) switch
        {
            RebookingObstacle.None when booking.Details.RebookingDeadline is { } until => texts["Meeting_RebookUntil", texts.DayYearAndClock(until)],
            RebookingObstacle.None => texts["Confirm_MayRebook"],
            RebookingObstacle.Pending => texts["Change_Pending"],
            RebookingObstacle.NoOffer => texts["Change_NoOffer"],
            RebookingObstacle.Started => texts["Change_Started"],
            RebookingObstacle.TypeIsNotMoved => texts["Change_TypeIsNotMoved"],
            RebookingObstacle.DeadlinePassedToday or RebookingObstacle.DeadlineBeforeToday when booking.Details is { RebookingPossible: true, RebookingDeadline: { } passed } =>
                texts["Change_MovingUntil", texts.DayYearAndClock(passed)],
            _ => texts["Confirm_MayNotRebook"],
        };

    /// <summary>The same of a meeting that is not booked yet.</summary>
    public static string Moving(this IStringLocalizer<Texts> texts, BookingTimeslot time) =>
        !time.RebookingPossible ? texts["Confirm_MayNotRebook"]
        : time.RebookUntil is { } until ? texts["Meeting_RebookUntil", texts.DayYearAndClock(until)]
        : texts["Confirm_MayRebook"];

    /// <summary>The same of a meeting that is not booked yet.</summary>
    public static string Cancelling(this IStringLocalizer<Texts> texts, BookingTimeslot time) =>
        !time.CancellationPossible ? texts["Confirm_MayNotCancel"]
        : time.CancelUntil is { } until ? texts["Meeting_CancelUntil", texts.DayYearAndClock(until)]
        : texts["Confirm_MayCancel"];

    public static string Cancelling(this IStringLocalizer<Texts> texts, BookingView booking, Moment moment) => booking switch
    {
        { State: BookingState.Cancelled } => texts["Meeting_Cancelled"],
        { ImmediateBooking: true } => texts["Change_Immediate"],
        { State: BookingState.Pending } => texts["Change_Pending"],
        { Details.Start: var start } when start < moment.Now => texts["Change_Started"],
        { Details.CancellationPossible: false } => texts["Confirm_MayNotCancel"],
        { Details.CancellationDeadline: { } until } when until < moment.Now => texts["Change_CancellingUntil", texts.DayYearAndClock(until)],
        { Details.CancellationDeadline: { } until } => texts["Meeting_CancelUntil", texts.DayYearAndClock(until)],
        _ => texts["Confirm_MayCancel"],
    };

    private static RebookingObstacle ObstacleOf(BookingView booking, Moment moment) =>
        Rebooking.ObstacleOf(booking.State == BookingState.Pending, booking.OptionId, booking.Details, moment);
}
