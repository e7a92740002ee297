using BorgerPortal.Domain.Rules;
using BorgerPortal.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace BorgerPortal.Tests.Hosting;

/// <summary>Straksbooking:WithinDays, its other name, and keys of what is not there yet.</summary>
public sealed class RuleSettingsTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(10, "--Straksbooking:WithinDays=")]
    [InlineData(0, "--Straksbooking:WithinDays=0")]
    [InlineData(4, "--Straksbooking:WithinDays=4")]
    [InlineData(5, "--Rules:ImmediateBookingDays=5")]
    [InlineData(6, "--Straksbooking:WithinDays=6", "--Rules:ImmediateBookingDays=6")]
    public async Task ImmediateBookingDays_EitherName_IsHonoured(int expected, params string[] settings)
    {
        await using var app = Build(settings);

        Assert.Equal(expected, app.Services.GetRequiredService<IOptions<RuleOptions>>().Value.ImmediateBookingDays);
    }

    [Theory]
    [InlineData("Straksbooking:WithinDays: 'ti' is no number of days from 0 to 366.", "--Straksbooking:WithinDays=ti")]
    [InlineData("Straksbooking:WithinDays: '-1' is no number of days from 0 to 366.", "--Straksbooking:WithinDays=-1")]
    [InlineData("Straksbooking:WithinDays: '367' is no number of days from 0 to 366.", "--Straksbooking:WithinDays=367")]
    [InlineData("Rules:ImmediateBookingDays: '1.5' is no number of days from 0 to 366.", "--Rules:ImmediateBookingDays=1.5")]
    [InlineData(
        "Straksbooking:WithinDays and Rules:ImmediateBookingDays are two names for one thing, and say 4 and 5. Set one of them.",
        "--Straksbooking:WithinDays=4", "--Rules:ImmediateBookingDays=5")]
    [InlineData("Planner:Serve: this release does not serve its planner to other systems. Set it to false, or leave it out.", "--Planner:Serve=true")]
    [InlineData("Planner:Serve: this release does not serve its planner to other systems. Set it to false, or leave it out.", "--Planner:Serve=ja")]
    public void CreateBuilder_WrongSetting_StopsTheStartAndNamesTheKey(string message, params string[] settings) =>
        Assert.Equal(message, Assert.Throws<StartRefusedException>(() => Build(settings)).Message);

    [Theory]
    [InlineData("--Planner:Serve=false")]
    [InlineData("--Planner:Serve=")]
    public async Task CreateBuilder_PlannerThatIsNotServed_Starts(string setting)
    {
        await using var app = Build(setting);

        Assert.NotNull(app.Services.GetRequiredService<IOptions<RuleOptions>>().Value);
    }

    private static WebApplication Build(params string[] settings) =>
        PortalHost.CreateBuilder(["--environment=Development", $"--Data:Directory={Path.GetTempPath()}", .. settings]).Build();
}
