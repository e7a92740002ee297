using BorgerPortal.Domain.ExternalBooking.Remote.Answers;
using BorgerPortal.Domain.Planner;
using FluentValidation;

namespace BorgerPortal.Domain.ExternalBooking.Remote.Contract;

/// <summary>What the time of an immediate booking tells of its offer.</summary>
internal sealed class ImmediateOptionContract : ElementContract<OptionAnswer>
{
    public ImmediateOptionContract()
    {
        Required(option => option.Id, "moedetilbudId");
        Where(option => option.Id, "moedetilbudId", id => Facets.ReadGuid(id) is not null);
        RequiredText(option => option.Title, "moedetitel", 1, 100);
        Text(option => option.Description, "moedebeskrivelse", 0, 500);
        Required(option => option.DurationMinutes, "moedeVarighed");
        Required(option => option.InterviewType, "samtaleType");
        Required(option => option.InterviewFormType, "moedeGruppeType");
        RuleFor(option => option.Location).SetValidator(new LocationContract(new AddressContract())!).OverridePropertyName("moedeLokation");
        Required(option => option.AllowChoiceOfSupervisor, "borgerKanVaelgeSagsbehandler");
    }
}
