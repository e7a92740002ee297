using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Persistence;

/// <summary>The plain SQL of the hot path reads what EF reads, each column into its own property.</summary>
public abstract class BookingReaderTests
{
    public sealed class OnSqlite : BookingReaderTests;

    public sealed class OnPostgreSql : BookingReaderTests;

    [Fact]
    public async Task ReadCitizenFile_ByIdAndByLookup_ReadsEveryColumn()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen =>
        {
            citizen.Email = "anna@example.dk";
            citizen.Mobile = "+4512345678";
            citizen.ContactGroup = 7;
            citizen.Absences.Add(new Absence { Type = 57, From = new DateOnly(2027, 1, 1), To = new DateOnly(2027, 2, 1) });
            citizen.Absences.Add(new Absence { Position = 1, Type = 12, From = new DateOnly(2027, 2, 2) });
            citizen.Deadlines.Add(NewDeadline(0, 12));
            citizen.Deadlines.Add(NewDeadline(1, 4));
        });
        var booking = await scene.AssertBookedAsync();
        var reader = scene.Portal.Get<IBookingReader>();
        var cancellation = TestContext.Current.CancellationToken;

        var byId = await reader.ReadAsync(new ReadCitizenFile(new CitizenKey(scene.Citizen.Id, []), scene.Start), cancellation);
        var byLookup = await reader.ReadAsync(
            new ReadCitizenFile(new CitizenKey(null, scene.Citizen.PersonnummerLookup), scene.Start), cancellation);

        var stored = await scene.Portal.ReadAsync(context => context.Citizens.AsNoTracking()
            .Include(citizen => citizen.Absences).Include(citizen => citizen.Deadlines).SingleAsync(cancellation));
        foreach (var file in new[] { byId!, byLookup! })
        {
            Assert.Equivalent(stored.Absences, file.Absences, strict: true);
            Assert.Equivalent(stored.Deadlines, file.Deadlines.Select(state => state.Deadline), strict: true);
            Assert.Equal([booking.Details.Start, null], file.Deadlines.Select(state => state.MeetingStart));
            Assert.Equal(
                [new CurrentBooking(booking.Id, 12, booking.Details.Start, scene.Option.Id, BookingState.Active, booking.CreatedAt)], file.CurrentBookings);
        }

        stored.Absences.Clear();
        stored.Deadlines.Clear();
        Assert.Equivalent(stored, byId!.Citizen, strict: true);
        Assert.Equivalent(stored, byLookup!.Citizen, strict: true);
    }

    [Fact]
    public async Task ReadCitizenFile_Nobody_IsNull()
    {
        await using var portal = await TestPortal.StartAsync();

        var file = await portal.Get<IBookingReader>().ReadAsync(
            new ReadCitizenFile(new CitizenKey(null, []), portal.Clock.GetUtcNow()), TestContext.Current.CancellationToken);

        Assert.Null(file);
    }

    [Fact]
    public async Task ReadBookings_BookingWithEverything_ReadsEveryColumn()
    {
        await using var scene = await BookingScene.SetAsync(option: option =>
        {
            option.Description = "Vi taler om din jobsøgning.";
            option.ShouldCitizenCall = true;
            option.PhoneNumber = "+4512345678";
            option.DigitalContact = "https://video.example.dk/1";
            option.PrintComment = "Tag dit CV med.";
        });
        var booking = await scene.AssertBookedAsync();
        var reader = scene.Portal.Get<IBookingReader>();
        var cancellation = TestContext.Current.CancellationToken;
        var key = new CitizenKey(null, scene.Citizen.PersonnummerLookup);

        var all = await reader.ReadAsync(new ReadBookings(key, scene.Start), cancellation);
        var one = await reader.ReadAsync(new ReadBookingFor(key, booking.Id), cancellation);

        var stored = await scene.Portal.ReadAsync(context => context.Bookings.AsNoTracking().SingleAsync(cancellation));
        Assert.Equivalent(stored, Assert.Single(all!.Bookings), strict: true);
        Assert.Equivalent(stored, one.Booking, strict: true);
        Assert.Equal(scene.Citizen.Id, one.Asker);
        Assert.Empty((await reader.ReadAsync(new ReadBookings(key, scene.Start.AddDays(1)), cancellation))!.Bookings);
        Assert.Null(await reader.ReadAsync(new ReadBookings(new CitizenKey(null, []), scene.Start), cancellation));
    }

    [Fact]
    public async Task ReadAsync_SeveralQuestions_EachGetsItsOwnAnswer()
    {
        await using var scene = await BookingScene.SetAsync();
        var reading = new Reading();
        var nobody = reading.Add(new FindCitizen(new CitizenKey(null, [])));
        var file = reading.Add(new ReadCitizenFile(new CitizenKey(scene.Citizen.Id, []), scene.Start));
        var byLookup = reading.Add(new FindCitizen(new CitizenKey(null, scene.Citizen.PersonnummerLookup)));
        Assert.Throws<InvalidOperationException>(() => file.Answer);

        await scene.Portal.Get<IBookingReader>().ReadAsync(reading, TestContext.Current.CancellationToken);

        Assert.Null(nobody.Answer);
        Assert.Equal(scene.Citizen.Id, file.Answer!.Citizen.Id);
        Assert.Equal(scene.Citizen.Id, byLookup.Answer);
    }

    [Fact]
    public async Task ReadGround_OfferWithEverything_ReadsEveryColumn()
    {
        await using var scene = await BookingScene.SetAsync(option: option =>
        {
            option.ValidFrom = new DateOnly(2027, 1, 1);
            option.ValidTo = new DateOnly(2028, 1, 1);
            option.ContactGroups = [1, 2];
            option.Description = "Vi taler om din jobsøgning.";
            option.FirstTimeslot = World.Danish(2027, 3, 1, 8);
            option.LastTimeslot = World.Danish(2027, 12, 1, 8);
            option.AllowChoiceOfSupervisor = true;
            option.RebookingDeadline = World.Danish(2027, 3, 5, 8);
            option.CancellationDeadline = World.Danish(2027, 3, 6, 8);
            option.CompulsoryAttendance = true;
            option.ShouldCitizenCall = true;
            option.PhoneNumber = "+4512345678";
            option.DigitalContact = "https://video.example.dk/1";
            option.PrintComment = "Tag dit CV med.";
            option.Version = 3;
        });
        var booking = await scene.AssertBookedAsync();
        var cancellation = TestContext.Current.CancellationToken;

        var rows = await scene.Portal.Get<IBookingReader>().ReadAsync(
            new ReadGround(scene.Option.Id, new CitizenKey(scene.Citizen.Id, []), scene.Start, scene.Start, scene.Start.AddDays(1), "RID-1", Guid.Empty), cancellation);

        await scene.Portal.ReadAsync(async context =>
        {
            Assert.Equivalent(await context.Options.AsNoTracking().SingleAsync(cancellation), rows.Option, strict: true);
            Assert.Equivalent(await context.Timeslots.AsNoTracking().SingleAsync(cancellation), rows.Timeslot, strict: true);
            Assert.Equivalent(await context.CaseWorkers.AsNoTracking().ToListAsync(cancellation), rows.Serving, strict: true);
            Assert.Equivalent(rows.Serving, rows.CaseWorkers.ConvertAll(worker => worker.CaseWorker), strict: true);
            return true;
        });
        Assert.Equal((false, true), (rows.NamesCitizen, rows.KnowsSupervisor));
        var worker = Assert.Single(rows.CaseWorkers);
        Assert.Equal((booking.CaseWorkerId!.Value, true, 1L), (worker.CaseWorker.Id, worker.IsTaken, worker.Meetings));
    }

    private static Deadline NewDeadline(int position, int interviewType) => new()
    {
        Position = position,
        InterviewType = interviewType,
        BookBy = new DateOnly(2027, 3, 20),
        HoldBy = new DateOnly(2027, 3, 30),
    };
}
