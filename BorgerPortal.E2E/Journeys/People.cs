namespace BorgerPortal.E2E.Journeys;

/// <summary>Who stands in Scenarios/selvbooking.json.</summary>
internal static class People
{
    /// <summary>Must book a job interview before 20 March.</summary>
    public const string Anna = "0101505321";

    public const string Bo = "0201505322";
}
