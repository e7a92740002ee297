using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Rules;

/// <summary>Why a booking may not be moved. The first five are one 1014 with a text each.</summary>
public enum RebookingObstacle
{
    None = 0,

    /// <summary>The booking system does not allow it.</summary>
    NotPossible,

    /// <summary>The deadline was earlier today.</summary>
    DeadlinePassedToday,

    /// <summary>The meeting has begun.</summary>
    Started,

    /// <summary>It is not known yet what has become of it.</summary>
    Pending,

    /// <summary>A summons without an offer has no other times.</summary>
    NoOffer,

    /// <summary>8270: meetings of this type are not moved.</summary>
    TypeIsNotMoved,

    /// <summary>8132: the deadline's date lies before today.</summary>
    DeadlineBeforeToday,
}

/// <summary>Whether a booking may be moved as it stands; an immediate booking (9130) is another matter.</summary>
public static class Rebooking
{
    public static RebookingObstacle ObstacleOf(Booking booking, Moment moment) =>
        ObstacleOf(booking.IsUnsettled, booking.OptionId, booking.Details, moment);

    /// <param name="isUnsettled">Whether it is not known yet what has become of the booking.</param>
    /// <param name="optionId">Its offer; null for a summons without one.</param>
    /// <param name="details">What the booking system says of it.</param>
    /// <param name="moment">Now.</param>
    public static RebookingObstacle ObstacleOf(bool isUnsettled, Guid? optionId, BookingDetails details, Moment moment)
    {
        var obstacle = isUnsettled ? RebookingObstacle.Pending
            : optionId is null ? RebookingObstacle.NoOffer
            : details.Start < moment.Now ? RebookingObstacle.Started
            : !details.RebookingPossible ? RebookingObstacle.NotPossible
            : details.RebookingDeadline < moment.Now ? RebookingObstacle.DeadlinePassedToday
            : RebookingObstacle.None;
        return obstacle == RebookingObstacle.None ? obstacle
            : details.InterviewType is InterviewType.JointJobInterview or InterviewType.RehabTeam ? RebookingObstacle.TypeIsNotMoved
            : details.RebookingDeadline?.DanishDate() < moment.Today ? RebookingObstacle.DeadlineBeforeToday
            : obstacle;
    }
}
