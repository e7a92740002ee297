using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Persistence;

/// <summary>A database of every released schema is kept in Released/; this release must be able to go on with it.</summary>
public abstract class ReleasedSchemaTests
{
    public sealed class OnSqlite : ReleasedSchemaTests;

    public sealed class OnPostgreSql : ReleasedSchemaTests;

    public static readonly string Folder = Path.Combine(SolutionFolder.Path, "BorgerPortal.Tests", "Persistence", "Released");

    public static TheoryData<string> Kept =>
        [.. Directory.GetFiles(Folder, "*.sql").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Open_DatabaseOfARelease_IsBroughtUpToDateAndBookedOn(string schema)
    {
        await using var portal = await TestPortal.StartAsync(database: TestDatabase.Kept(Path.Combine(Folder, schema)));
        var cancellation = TestContext.Current.CancellationToken;
        var citizens = await portal.ReadAsync(context => context.Citizens.AsNoTracking().OrderBy(citizen => citizen.Id).ToListAsync(cancellation));

        var bookings = await portal.Get<GetBookings>().ExecuteAsync(new GetBookingsRequest(CitizenReference.ById(citizens[0].Id)), cancellation);
        var option = Guid.ParseExact("5b1f6f0a-0001-4000-8000-000000000001", "D");
        var booked = await portal.Get<CreateBooking>().ExecuteAsync(
            new CreateBookingRequest(CitizenReference.ById(citizens[1].Id), option, World.Danish(2027, 3, 8, 9), ContactType.Personal),
            Caller.Citizen,
            cancellation);

        Assert.Equal(["Jobsamtale", "Informationsmøde"], bookings.Value.Bookings.Select(booking => booking.Details.Title));
        Assert.False(booked.IsError, booked.Leading?.Code.ToString());
    }

    [Fact]
    public void Kept_EverySchema_HasBothDatabases() => Assert.Equal(
        Kept.Select(row => row.Data),
        Directory.GetFiles(Folder, "*.db.gz").Select(file => Path.GetFileName(file)[..^".db.gz".Length]).Order(StringComparer.Ordinal));
}
