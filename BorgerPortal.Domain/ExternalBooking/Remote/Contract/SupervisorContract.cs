using BorgerPortal.Domain.ExternalBooking.Remote.Answers;
using FluentValidation;

namespace BorgerPortal.Domain.ExternalBooking.Remote.Contract;

internal sealed class SupervisorContract : ElementContract<SupervisorAnswer>
{
    public SupervisorContract()
    {
        RequiredText(supervisor => supervisor.GivenName, "fornavne", 1, 50);
        Text(supervisor => supervisor.MiddleName, "mellemnavn", 1, 40);
        RequiredText(supervisor => supervisor.Surname, "efternavn", 1, 40);
        RequiredText(supervisor => supervisor.Identifier, "eksterntId", 1, 255);
    }
}

internal sealed class SupervisorToBookContract : ElementContract<SupervisorToBookAnswer>
{
    public SupervisorToBookContract()
    {
        Required(supervisor => supervisor.Id, "id");
        RuleFor(supervisor => supervisor.Supervisor).NotNull().SetValidator(new SupervisorContract()!).OverridePropertyName("sagsbehandler");
    }
}
