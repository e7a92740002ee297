using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;

namespace BorgerPortal.Domain.Previews;

/// <summary>
/// The reader of a preview. It knows one citizen, the one whom the preview is of: read as they are where they belong to the
/// caseworker's jobcentre, or told from memory where they are made up. About anybody else it answers as for nobody, whatever
/// a page asks. What is not about a citizen is read as it is.
/// </summary>
internal sealed class PreviewReader(IBookingReader inner, Preview preview) : IBookingReader
{
    private readonly ProfileFile? _profile = preview.Profile is { } profile ? new ProfileFile(profile, preview.JobCentreCode, preview.At) : null;

    public async ValueTask ReadAsync(Reading reading, CancellationToken cancellationToken)
    {
        var isHere = await IsHereAsync(reading, cancellationToken);
        var others = new Reading();
        foreach (var question in reading.Questions.Where(question => !TryAnswer(question, isHere)))
        {
            others.Add(question);
        }

        if (others.Questions.Count > 0)
        {
            await inner.ReadAsync(others, cancellationToken);
        }
    }

    /// <summary>Whether the citizen is one of the jobcentre's; asked each time, for citizens move.</summary>
    private async ValueTask<bool> IsHereAsync(Reading reading, CancellationToken cancellationToken)
    {
        if (_profile is not null || !reading.Questions.Any(question => IsOwn(KeyOf(question.Query))))
        {
            return _profile is not null;
        }

        var file = await inner.ReadAsync(new ReadCitizenFile(new CitizenKey(preview.CitizenId, []), preview.At), cancellationToken);
        return file?.Citizen.JobCentreCode == preview.JobCentreCode;
    }

    private bool TryAnswer(Question question, bool isHere)
    {
        if (_profile?.Find((question.Query as ReadBooking)?.BookingId ?? Guid.Empty) is { } made)
        {
            ((Question<Booking?>)question).Give(made);
            return true;
        }

        if (KeyOf(question.Query) is not { } key)
        {
            return false;
        }

        var profile = isHere && IsOwn(key) ? _profile : null;
        if (isHere && IsOwn(key) && profile is null)
        {
            return false;
        }

        switch (question)
        {
            case Question<CitizenFile?> { Query: ReadCitizenFile query } file:
                file.Give(profile?.Read(query.From));
                break;
            case Question<long?> id:
                id.Give(profile is null ? null : PreviewProfile.CitizenId);
                break;
            case Question<BookingsOfCitizen?> { Query: ReadBookings query } bookings:
                bookings.Give(profile is null ? null : new BookingsOfCitizen(PreviewProfile.CitizenId, profile.BookingsFrom(query.From)));
                break;
            case Question<BookingAndAsker> { Query: ReadBookingFor query } booking:
                booking.Give(new BookingAndAsker(profile is null ? null : PreviewProfile.CitizenId, profile?.Find(query.BookingId)));
                break;
            default:
                throw new InvalidOperationException($"{question.Query.GetType().Name} is about a citizen, and a preview cannot answer it.");
        }

        return true;
    }

    private bool IsOwn(CitizenKey? key) =>
        key is { Id: { } id, Lookup.Length: 0 } && id == (_profile is null ? preview.CitizenId : PreviewProfile.CitizenId);

    private static CitizenKey? KeyOf(Query query) => query switch
    {
        ReadCitizenFile { Citizen: var key } => key,
        FindCitizen { Citizen: var key } => key,
        ReadBookings { Citizen: var key } => key,
        ReadBookingFor { Citizen: var key } => key,
        _ => null,
    };
}
