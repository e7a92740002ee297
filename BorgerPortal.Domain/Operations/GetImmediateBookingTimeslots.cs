using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;
using Microsoft.Extensions.Options;

namespace BorgerPortal.Domain.Operations;

/// <summary>What GetStraksbookingMoedetider asks.</summary>
public sealed record GetImmediateBookingTimeslotsRequest(CitizenReference Citizen) : OperationRequest(Citizen);

public sealed class GetImmediateBookingTimeslotsValidator : OperationRequestValidator<GetImmediateBookingTimeslotsRequest>;

/// <summary>The times of which a citizen must book one at once, and the bookings that they have.</summary>
/// <param name="Listing">Earliest first, each with its offer; empty where booking at once is not required.</param>
/// <param name="Bookings">The citizen's current bookings, earliest first; empty likewise.</param>
public sealed record ImmediateBookingTimeslots(ImmediateListing Listing, IReadOnlyList<BookingView> Bookings);

/// <summary>
/// GetStraksbookingMoedetider: where booking at once is required, the times of the next days (10, configurable) of offers
/// that are meant for the citizen and of an overdue deadline's type. Errors: 1014, 8111, 4400 (no customer number), 4769
/// (also for a jobcentre without a booking system), 4770 (no time is free), 8107 (the booking system brings an offer that is
/// not this citizen's), 9303, 9329.
/// </summary>
public sealed class GetImmediateBookingTimeslots(
    CitizenFiles files, IBookingSystems systems, GetBookings bookings, IOptions<RuleOptions> options, ReadAudit audit, TimeProvider clock)
{
    private static readonly GetImmediateBookingTimeslotsValidator Validator = new();

    public async Task<Result<ImmediateBookingTimeslots>> ExecuteAsync(GetImmediateBookingTimeslotsRequest request, CancellationToken cancellationToken)
    {
        var look = audit.Begin(OperationNames.GetImmediateBookingTimeslots, request);
        return await look.EndAsync(OperationRows.Hold(OperationNames.GetImmediateBookingTimeslots, await AnswerAsync(request, look, cancellationToken)));
    }

    private async Task<Result<ImmediateBookingTimeslots>> AnswerAsync(GetImmediateBookingTimeslotsRequest request, Look look, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        if (Validator.Check(request) is { Count: > 0 } faults)
        {
            return Result<ImmediateBookingTimeslots>.Failed(faults);
        }

        if (await files.ReadAsync(request.Citizen, moment, cancellationToken) is not { } file)
        {
            return Errors.CitizenLookupFailed;
        }

        look.About(file.Citizen);
        if (file.Citizen.CustomerNumber is null)
        {
            return Errors.UnknownCustomerNumber;
        }

        if (systems.Find(file.Citizen.JobCentreCode) is not { } system)
        {
            return Errors.BookingSystemUnreachable;
        }

        var selfBooking = SelfBooking.Of(file, isConfigured: true, moment);
        if (!selfBooking.ImmediateBookingRequired)
        {
            return new ImmediateBookingTimeslots(ImmediateListing.Empty, []);
        }

        var query = new ImmediateQuery(
            file.Profile,
            [.. selfBooking.Overdue.Select(deadline => deadline.InterviewType).Distinct()],
            DanishTime.StartOfDay(moment.Today.AddDays(options.Value.ImmediateBookingDays + 1)));
        var answer = await system.GetImmediateTimeslotsAsync(query, moment, cancellationToken);
        if (answer.IsError)
        {
            return Result<ImmediateBookingTimeslots>.Failed(OperationRows.Own(OperationNames.GetImmediateBookingTimeslots, answer.Errors));
        }

        if (answer.Value.Timeslots.Count == 0)
        {
            return Errors.NoFreeTimes;
        }

        var current = await bookings.FindAsync(CitizenReference.ById(file.Citizen.Id), moment, cancellationToken);
        return new ImmediateBookingTimeslots(answer.Value, [.. current!.Bookings.Select(BookingView.ForCitizen)]);
    }
}
