using BorgerPortal.Domain.Sessions;
using BorgerPortal.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace BorgerPortal.Tests.Sessions;

/// <summary>Session: a setting that would lock everybody out, or warn nobody, stops the start.</summary>
public sealed class LogInSessionOptionsTests
{
    [Fact]
    public async Task Options_NothingSet_AreHalfAnHourFiveMinutesAndEightHours()
    {
        var options = await ReadAsync();

        Assert.Equal((30, 5, 480), (options.IdleTime.TotalMinutes, options.WarningTime.TotalMinutes, options.LongestTime.TotalMinutes));
    }

    [Fact]
    public async Task Options_Set_AreUsed() =>
        Assert.Equal(TimeSpan.FromMinutes(15), (await ReadAsync("--Session:IdleTime=00:15:00")).IdleTime);

    [Theory]
    [InlineData("Session:WarningTime", "00:00:19")]
    [InlineData("Session:WarningTime", "-00:05:00")]
    [InlineData("Session:IdleTime", "00:05:59")]
    [InlineData("Session:LongestTime", "00:29:59")]
    [InlineData("Session:LongestTime", "1.00:00:01")]
    public async Task Options_Unsound_NameTheKey(string key, string value)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => ReadAsync($"--{key}={value}"));

        Assert.StartsWith(key, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<LogInSessionOptions> ReadAsync(params string[] settings)
    {
        await using var app = PortalHost.CreateBuilder(["--environment=Development", $"--Data:Directory={Path.GetTempPath()}", .. settings]).Build();
        return app.Services.GetRequiredService<IOptions<LogInSessionOptions>>().Value;
    }
}
