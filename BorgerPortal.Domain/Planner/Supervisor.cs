namespace BorgerPortal.Domain.Planner;

/// <summary>A caseworker as the wire names one (Sagsbehandler, CaseWorkerStructureType).</summary>
/// <param name="GivenName">Fornavne, 1-50 characters.</param>
/// <param name="MiddleName">Mellemnavn, 1-40 characters.</param>
/// <param name="Surname">Efternavn, 1-40 characters.</param>
/// <param name="Identifier">EksterntId, 1-255 characters: the RID of the employee certificate.</param>
public sealed record Supervisor(string GivenName, string? MiddleName, string Surname, string Identifier)
{
    /// <summary>What a citizen reads where the caseworker's name may not be shown.</summary>
    public static readonly Supervisor Hidden = new("Sagsbehandler", null, "skjult", "skjult");

    public string FullName => string.Join(' ', new[] { GivenName, MiddleName, Surname }.Where(name => !string.IsNullOrEmpty(name)));
}
