using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Operations;

public sealed class CreateBookingTests
{
    private static readonly DateTimeOffset Start = World.Danish(2027, 3, 8, 9);

    [Fact]
    public async Task CreateBooking_FreeTime_BooksItWithAllThatBelongsToIt()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.World.AddJobCentresAsync();
        var worker = await portal.World.AddCaseWorkerAsync("RID-1");
        var option = await portal.World.AddOptionAsync([worker]);
        await portal.World.AddTimeslotAsync(option, Start, [worker]);
        var citizen = await portal.World.AddCitizenAsync(c => c.Deadlines.Add(new Deadline
        {
            InterviewType = option.InterviewType,
            BookBy = new DateOnly(2027, 3, 20),
            HoldBy = new DateOnly(2027, 3, 30),
        }));

        var result = await portal.Get<CreateBooking>().ExecuteAsync(
            new CreateBookingRequest(CitizenReference.ById(citizen.Id), option.Id, Start, ContactType.Personal),
            Caller.Citizen,
            TestContext.Current.CancellationToken);

        Assert.False(result.IsError);
        var booking = await portal.ReadAsync(context => context.Bookings.SingleAsync());
        Assert.Equal(result.Value.BookingId, booking.Id);
        Assert.Equal(BookingState.Active, booking.State);
        Assert.Equal(Start, booking.Details.Start);
        Assert.Equal(Start.AddMinutes(45), booking.Details.End);
        Assert.Equal(Start.AddHours(-24), booking.Details.RebookingDeadline);
        Assert.Equal("RID-1", booking.Details.Supervisor.Identifier);
        Assert.Equal("Værkmestergade", booking.Details.Location!.Address!.StreetName);
        var occupancy = await portal.ReadAsync(context => context.Occupancies.SingleAsync());
        Assert.Equal((worker.Id, booking.Id), (occupancy.CaseWorkerId, occupancy.Session));
        Assert.Equal(booking.Id, (await portal.ReadAsync(context => context.Deadlines.SingleAsync())).MetBy);
        Assert.Equal(booking.Id, (await portal.ReadAsync(context => context.OutboxNotices.SingleAsync())).BookingId);
        var audit = await portal.ReadAsync(context => context.AuditEntries.SingleAsync());
        Assert.Equal((booking.Id, citizen.Id), (audit.BookingId!.Value, audit.CitizenId!.Value));
        Assert.Empty(audit.Codes);
    }
}
