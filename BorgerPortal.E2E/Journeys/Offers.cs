namespace BorgerPortal.E2E.Journeys;

/// <summary>What they can book.</summary>
internal static class Offers
{
    /// <summary>With a choice of caseworker.</summary>
    public const string JobInterview = "5b1f6f0a-0001-4000-8000-000000000001";

    /// <summary>A group meeting; its first time has one seat.</summary>
    public const string InformationMeeting = "5b1f6f0a-0001-4000-8000-000000000002";
}
