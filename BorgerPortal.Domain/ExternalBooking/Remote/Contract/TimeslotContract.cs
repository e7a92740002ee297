using BorgerPortal.Domain.ExternalBooking.Remote.Answers;

namespace BorgerPortal.Domain.ExternalBooking.Remote.Contract;

/// <summary>A time, whose numbers must name caseworkers of the same answer.</summary>
internal sealed class TimeslotContract : ElementContract<TimeslotAnswer>
{
    public TimeslotContract(IReadOnlySet<int> named)
    {
        Required(timeslot => timeslot.Start, "starttidspunkt");
        Numbers(timeslot => timeslot.ContactTypes, "samtaleformer");
        Required(timeslot => timeslot.RebookingPossible, "ombookingMulig");
        Required(timeslot => timeslot.CancellationPossible, "aflysningMulig");
        Numbers(timeslot => timeslot.SupervisorIds, "bookbareSagsbehandlerIder");
        Where(timeslot => timeslot.SupervisorIds, "bookbareSagsbehandlerIder", ids => ids.All(named.Contains));
    }
}
