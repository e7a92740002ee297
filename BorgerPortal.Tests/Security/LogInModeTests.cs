using BorgerPortal.Web.Hosting;
using BorgerPortal.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Security;

public sealed class LogInModeTests
{
    [Theory]
    [InlineData("Development", "Demo", true)]
    [InlineData("Development", null, false)]
    [InlineData("Production", null, false)]
    [InlineData("Production", "", false)]
    public void AddLogIn_Mode_IsAsConfigured(string environment, string? mode, bool isDemo)
    {
        var builder = Build(environment, mode);
        builder.AddLogIn();

        using var services = builder.Services.BuildServiceProvider();
        Assert.Equal(isDemo, services.GetRequiredService<LogInMode>().IsDemo);
    }

    [Theory]
    [InlineData("Production", "Demo")]
    [InlineData("Staging", "Demo")]
    [InlineData("Development", "Noget andet")]
    public void AddLogIn_ModeThatMayNotBe_RefusesToStartAndNamesTheKey(string environment, string mode)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Build(environment, mode).AddLogIn());

        Assert.StartsWith("Authentication:Mode", refusal.Message, StringComparison.Ordinal);
    }

    private static WebApplicationBuilder Build(string environment, string? mode)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration["Authentication:Mode"] = mode;
        return builder;
    }
}
