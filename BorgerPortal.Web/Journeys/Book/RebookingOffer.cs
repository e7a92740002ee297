using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;

namespace BorgerPortal.Web.Journeys.Book;

/// <summary>
/// The offer of a booking that is to be moved, as its steps show an offer. It need not be meant for the citizen any more, so
/// it is put together from what the booking says and from what it may be moved to.
/// </summary>
public sealed class RebookingOffer(GetRescheduleCaseWorkers getCaseWorkers, GetRescheduleTimeslots getTimes, TimeProvider clock)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(366);

    public async Task<Result<InterviewOption>> FindAsync(CitizenReference citizen, BookingView booking, CancellationToken cancellationToken)
    {
        var choice = await getCaseWorkers.ExecuteAsync(new GetRescheduleCaseWorkersRequest(citizen, booking.Id), cancellationToken);
        if (choice.IsError)
        {
            return Result<InterviewOption>.Failed(choice.Errors);
        }

        var now = clock.GetUtcNow();
        var times = await ListAsync(citizen, booking, now, now + Ahead, null, null, cancellationToken);
        if (times.IsError && times.Leading!.Code != Errors.NoFreeTimes)
        {
            return Result<InterviewOption>.Failed(times.Errors);
        }

        IReadOnlyList<BookingTimeslot> free = times.IsError ? [] : times.Value.Listing.Timeslots;
        var details = booking.Details;
        return new InterviewOption
        {
            Id = booking.OptionId!.Value,
            InterviewType = details.InterviewType,
            InterviewFormType = details.InterviewFormType,
            ContactTypes = [.. free.SelectMany(time => time.ContactTypes).Append(details.ContactType).Distinct().Order()],
            Location = details.Location,
            DurationMinutes = details.DurationMinutes ?? (details.End is { } end ? (int)(end - details.Start).TotalMinutes : 0),
            FirstTimeslot = free.Count > 0 ? free[0].Start : null,
            AllowChoiceOfSupervisor = choice.Value.MayChoose,
            Title = details.Title,
            Description = details.Description,
            Supervisors = choice.Value.Supervisors,
        };
    }

    public Task<Result<RescheduleTimeslots>> ListAsync(
        CitizenReference citizen, BookingView booking, DateTimeOffset from, DateTimeOffset to, int? contactType, string? supervisor, CancellationToken cancellationToken) =>
        getTimes.ExecuteAsync(
            new GetRescheduleTimeslotsRequest(citizen, booking.Id, booking.OptionId, from, to, contactType, supervisor), cancellationToken);
}
