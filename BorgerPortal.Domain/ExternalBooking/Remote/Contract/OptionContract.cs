using BorgerPortal.Domain.ExternalBooking.Remote.Answers;
using BorgerPortal.Domain.Planner;
using FluentValidation;

namespace BorgerPortal.Domain.ExternalBooking.Remote.Contract;

internal sealed class OptionContract : ElementContract<OptionAnswer>
{
    public OptionContract()
    {
        Required(option => option.Id, "moedetilbudId");
        Where(option => option.Id, "moedetilbudId", id => Facets.ReadGuid(id) is not null);
        Required(option => option.InterviewType, "samtaleType");
        Required(option => option.InterviewFormType, "moedeGruppeType");
        Numbers(option => option.ContactTypes, "samtaleformer");
        RuleFor(option => option.Location).SetValidator(new LocationContract(new AddressContract())!).OverridePropertyName("moedeLokation");
        Required(option => option.DurationMinutes, "moedeVarighed");
        Required(option => option.AllowChoiceOfSupervisor, "borgerKanVaelgeSagsbehandler");
        RequiredText(option => option.Title, "moedetitel", 1, 100);
        Text(option => option.Description, "moedebeskrivelse", 0, 500);
        RuleForEach(option => option.Supervisors).NotNull().SetValidator(new SupervisorContract()).OverridePropertyName("sagsbehandlere");

        // A group meeting always tells its last time, and never gives a choice.
        When(option => option.InterviewFormType == InterviewFormType.Group, () =>
        {
            Required(option => option.LastTimeslot, "sidsteMoedetid");
            Where(option => option.AllowChoiceOfSupervisor, "borgerKanVaelgeSagsbehandler", choice => choice == false);
        });
    }
}
