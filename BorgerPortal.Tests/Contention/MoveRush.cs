using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Tests.Contention;

/// <summary>What came of a rush in which bookings were changed.</summary>
/// <param name="Granted">How many callers were told that it is done.</param>
/// <param name="AtTheTarget">How many bookings hold the time that everybody wanted.</param>
/// <param name="OtherwiseRefused">How many were refused with anything but the awaited codes alone.</param>
/// <param name="Disturbed">Bookings of callers who were refused that are not as they were.</param>
/// <param name="Faults">What does not hold of the plan.</param>
internal sealed record MoveReport(int Granted, int AtTheTarget, int OtherwiseRefused, int Disturbed, IReadOnlyList<string> Faults)
{
    public bool IsSound(int seats) => (Granted, AtTheTarget, OtherwiseRefused, Disturbed, Faults.Count) == (seats, seats, 0, 0, 0);

    public override string ToString() =>
        $"{Granted} granted, {AtTheTarget} there, {OtherwiseRefused} otherwise refused, {Disturbed} disturbed; {string.Join(' ', Faults.Take(5))}";
}

/// <summary>200 callers want one time: some move a booking there, the others book it.</summary>
internal static class MoveRush
{
    public const int Callers = 200;

    private static readonly DateTimeOffset Target = World.Danish(2027, 3, 20, 9);
    private static readonly DateOnly Today = new(2027, 3, 1);

    /// <param name="seats">How many seats the time has.</param>
    /// <param name="movers">How many of the callers have a booking that they move.</param>
    /// <param name="isGroup">Whether the seats are a group's, else each is a caseworker's.</param>
    /// <param name="sabotage">Takes a guard away.</param>
    public static async Task<MoveReport> ForOneTimeAsync(int seats, int movers, bool isGroup = false, Func<TestDatabase, string>? sabotage = null)
    {
        await using var rush = await PrepareAsync(Callers);
        var workers = await rush.AddCaseWorkersAsync(isGroup ? 1 : seats);
        var option = await rush.World.AddOptionAsync(workers, option =>
        {
            option.DurationMinutes = 10;
            option.InterviewFormType = isGroup ? InterviewFormType.Group : InterviewFormType.Individual;
        });
        await rush.World.AddTimeslotAsync(option, Target, workers, isGroup ? seats : null);
        var citizens = await rush.AddCitizensAsync(option.InterviewType);
        var bookings = await BookAsync(rush, option, workers[0], [.. citizens.Take(movers)], isGroup);
        if (sabotage is not null)
        {
            await rush.Portal.Get<IBookingWriter>().RunAloneAsync(
                (context, cancellationToken) => context.Database.ExecuteSqlRawAsync(sabotage(rush.Portal.Database), cancellationToken), CancellationToken.None);
        }

        rush.Writer.IsGathering = true;
        var moves = Task.WhenAll(bookings.Select((booking, caller) => Task.Run(() => MoveAsync(rush, citizens[caller], booking))));
        var books = Task.WhenAll(citizens.Skip(movers).Select(citizen => Task.Run(async () => (await rush.Portal.Get<CreateBooking>().ExecuteAsync(
            new(CitizenReference.ById(citizen.Id), option.Id, Target, ContactType.Personal), Caller.Citizen, CancellationToken.None)).Errors)));
        var (moved, booked) = (await moves, await books);

        return await rush.Portal.ReadAsync(async context =>
        {
            var now = await context.Bookings.AsNoTracking().ToListAsync();
            var refused = bookings.Where((_, caller) => moved[caller].Count > 0);
            return new MoveReport(
                moved.Concat(booked).Count(errors => errors.Count == 0),
                now.Count(booking => booking.Details.Start == Target && booking.State == BookingState.Active),
                moved.Count(errors => errors.Count > 0 && !IsJust(errors, Errors.BookingAlreadyTaken))
                    + booked.Count(errors => errors.Count > 0 && !IsJust(errors, Errors.TimeNoLongerAvailable)),
                refused.Count(before => !now.Exists(after => IsSame(before, after))),
                await PlanInvariants.FaultsAsync(context, Today));
        });
    }

    /// <summary>Everybody moves their booking and cancels it at the same time.</summary>
    /// <returns>What does not hold afterwards, and how many of the callers were told something that is not so.</returns>
    public static async Task<(IReadOnlyList<string> Faults, int Misled)> AgainstCancellingAsync(int bookings, Func<Write, bool>? keeps = null)
    {
        await using var rush = await PrepareAsync(2 * bookings, keeps);
        var worker = await rush.World.AddCaseWorkerAsync("RID-1");
        var option = await rush.World.AddOptionAsync([worker], option => option.DurationMinutes = 10);
        await rush.World.AddTimeslotAsync(option, Target, [worker]);
        var citizens = (await rush.AddCitizensAsync(option.InterviewType)).Take(bookings).ToList();
        var made = await BookAsync(rush, option, worker, citizens, isGroup: false);

        rush.Writer.IsGathering = true;
        var moves = made.Select((booking, caller) => Task.Run(() => MoveAsync(rush, citizens[caller], booking)));
        var cancels = made.Select((booking, caller) => Task.Run(async () => (await rush.Portal.Get<CancelBooking>().ExecuteAsync(
            new(CitizenReference.ById(citizens[caller].Id), booking.Id), Caller.Citizen, CancellationToken.None)).Errors));
        var both = Task.WhenAll(Task.WhenAll(moves), Task.WhenAll(cancels));
        var (moved, cancelled) = ((await both)[0], (await both)[1]);

        return await rush.Portal.ReadAsync(async context =>
        {
            var now = await context.Bookings.AsNoTracking().ToDictionaryAsync(booking => booking.Id);
            var misled = made.Where((booking, caller) =>
                (cancelled[caller].Count == 0) != (now[booking.Id].State == BookingState.Cancelled)
                || (moved[caller].Count == 0) != (now[booking.Id].Details.Start == Target));
            return (await PlanInvariants.FaultsAsync(context, Today), misled.Count());
        });
    }

    private static async Task<Rush> PrepareAsync(int callers, Func<Write, bool>? keeps = null)
    {
        var rush = await Rush.PrepareAsync(callers, keeps);
        rush.Writer.IsGathering = false;
        return rush;
    }

    /// <summary>A booking for each, ten minutes apart.</summary>
    private static async Task<List<Booking>> BookAsync(Rush rush, PlannedOption option, CaseWorker worker, List<Citizen> citizens, bool isGroup)
    {
        var bookings = new List<Booking>();
        foreach (var (index, citizen) in citizens.Index())
        {
            var start = World.Danish(2027, 3, 8, 8).AddMinutes(10 * index);
            await rush.World.AddTimeslotAsync(option, start, [worker], isGroup ? 1 : null);
            var result = await rush.Portal.Get<CreateBooking>().ExecuteAsync(
                new(CitizenReference.ById(citizen.Id), option.Id, start, ContactType.Personal), Caller.Citizen, CancellationToken.None);
            bookings.Add(await rush.Portal.ReadAsync(context => context.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == result.Value.BookingId)));
        }

        return bookings;
    }

    private static async Task<IReadOnlyList<Error>> MoveAsync(Rush rush, Citizen citizen, Booking booking) => (await rush.Portal.Get<RescheduleBooking>()
        .ExecuteAsync(new(CitizenReference.ById(citizen.Id), booking.Id, Target), Caller.Citizen, CancellationToken.None)).Errors;

    private static bool IsJust(IReadOnlyList<Error> errors, ErrorCode code) => errors is [var only] && only.Code == code;

    private static bool IsSame(Booking one, Booking other) =>
        (one.Id, one.State, one.CaseWorkerId, one.Details with { Participants = [] }) == (other.Id, other.State, other.CaseWorkerId, other.Details with { Participants = [] });
}
