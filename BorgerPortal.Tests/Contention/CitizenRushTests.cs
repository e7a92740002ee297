using BorgerPortal.Domain.Persistence.Writes;
using Xunit;

namespace BorgerPortal.Tests.Contention;

/// <summary>A citizen has one current job interview, however many are asked for at once.</summary>
public abstract class CitizenRushTests
{
    public sealed class OnSqlite : CitizenRushTests;

    public sealed class OnPostgreSql : CitizenRushTests;

    [Fact]
    public async Task CreateBooking_OneCitizens50JobInterviewsAtOnce_MakesOneAndRefusesTheOthers()
    {
        var report = await CitizenRush.ForJobInterviewsAsync();

        Assert.True(report.IsSound(CitizenRush.Callers), report.ToString());
    }

    [Fact]
    public async Task CreateBooking_WithoutTheCitizensVersion_IsKeptToOneByTheExclusiveKind()
    {
        var report = await CitizenRush.ForJobInterviewsAsync(write => write is not ExpectCitizen);

        Assert.True(report.IsSound(CitizenRush.Callers), report.ToString());
    }
}
