using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Web.Api.Wire;

internal sealed record Sagsbehandler(string Fornavne, string? Mellemnavn, string Efternavn, string EksterntId)
{
    public static Sagsbehandler Of(Supervisor supervisor) =>
        new(supervisor.GivenName, supervisor.MiddleName, supervisor.Surname, supervisor.Identifier);
}
