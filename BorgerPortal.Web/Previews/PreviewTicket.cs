using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Previews;

namespace BorgerPortal.Web.Previews;

/// <summary>Whom a caseworker previews, and who may: what the address of a preview holds, enciphered.</summary>
/// <param name="Session">The hash of the caseworker's session, in hex digits: the address is nobody else's, and ends with it.</param>
/// <param name="Asker">Who previews.</param>
/// <param name="At">The instant at which the preview stands.</param>
/// <param name="Name">What whoever is previewed is called.</param>
/// <param name="CitizenId">Our own id of a citizen; null for somebody made up.</param>
/// <param name="Profile">Who is made up; null for a citizen.</param>
public sealed record PreviewTicket(string Session, Desk Asker, DateTimeOffset At, string Name, long? CitizenId = null, PreviewProfile? Profile = null)
{
    public Preview ToPreview() => new(Asker.JobCentreCode, At, CitizenId, Profile);
}
