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
    public static RebookingObstacle ObstacleOf(Booking booking, Moment moment)
    {
        var details = booking.Details;
        var obstacle = booking.IsUnsettled ? RebookingObstacle.Pending
            : booking.OptionId is null ? RebookingObstacle.NoOffer
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
