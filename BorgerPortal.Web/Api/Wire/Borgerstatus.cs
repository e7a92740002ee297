using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;

namespace BorgerPortal.Web.Api.Wire;

internal sealed record Borgerstatus(bool KanSelvbooke, IReadOnlyList<Frist> Frister, bool StraksbookingPaakraevet)
{
    public static Borgerstatus Of(CitizenStatus status) =>
        new(status.SelfBookingPossible, [.. status.Deadlines.Select(Frist.OfOpen)], status.ImmediateBookingRequired);
}

internal sealed record Frist(int FriststatusType, int SamtaleType, DateOnly Fristdato, DateOnly SidsteAfholdelsesdato)
{
    /// <summary>GetBorgerstatus tells of open deadlines alone.</summary>
    public static Frist OfOpen(Deadline deadline) =>
        new((int)DeadlineStatus.Active, deadline.InterviewType, deadline.BookBy, deadline.HoldBy);
}
