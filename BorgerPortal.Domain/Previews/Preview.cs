using BorgerPortal.Domain.Citizens;

namespace BorgerPortal.Domain.Previews;

/// <summary>Whose portal a caseworker looks at, and when: a citizen of the jobcentre as they are kept, or somebody made up.</summary>
/// <param name="JobCentreCode">The caseworker's own: nobody else's citizens are shown.</param>
/// <param name="At">The instant at which the preview stands.</param>
/// <param name="CitizenId">Our own id of a citizen; null for somebody made up.</param>
/// <param name="Profile">Who is made up; null for a citizen.</param>
public sealed record Preview(string JobCentreCode, DateTimeOffset At, long? CitizenId = null, PreviewProfile? Profile = null)
{
    /// <summary>How the operations are told whom they are about.</summary>
    public CitizenReference Citizen => CitizenReference.ById(Profile is null ? CitizenId ?? Nobody : PreviewProfile.CitizenId);

    private const long Nobody = 0;
}
