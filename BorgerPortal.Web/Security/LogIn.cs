using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace BorgerPortal.Web.Security;

/// <summary>Adds logging in, and the sessions that come of it.</summary>
internal static class LogIn
{
    private const string ModeKey = "Authentication:Mode";
    private const string DemoMode = "Demo";

    public static void AddLogIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(FindMode(builder.Configuration, builder.Environment));
        services.Configure<LogInSessionOptions>(builder.Configuration.GetSection(LogInSessionOptions.Section));
        services.AddPolicies();
        services.AddAuthentication(SessionCookie.SchemeName).AddScheme<SessionCookieOptions, SessionCookie>(
            SessionCookie.SchemeName, options => options.Cookie.Name = builder.Environment.CookieName("borgerportal"));

        services.AddCascadingAuthenticationState();
        services.AddScoped<CircuitUser>();
        services.AddScoped<AuthenticationStateProvider>(provider => provider.GetRequiredService<CircuitUser>());
        services.AddScoped<CircuitHandler, CircuitSession>();
    }

    public static Task SignInAsync(this HttpContext context, Citizen citizen) =>
        context.SignInAsync(SessionUser.Of(SubjectKind.Citizen, citizen.Id));

    public static Task SignInAsync(this HttpContext context, CaseWorker worker) =>
        context.SignInAsync(SessionUser.Of(SubjectKind.CaseWorker, worker.Id, worker.JobCentreCode));

    private static LogInMode FindMode(ConfigurationManager configuration, IHostEnvironment environment) => configuration[ModeKey] switch
    {
        null or "" => LogInMode.None,
        DemoMode when environment.IsDevelopment() => LogInMode.Demo,
        DemoMode => throw new StartRefusedException(
            $"{ModeKey} is {DemoMode}: anybody could log in as anybody, so that is for Development only. Take the setting away, or start in Development."),
        var other => throw new StartRefusedException($"{ModeKey}: '{other}' is not a log-in of this release, which has {DemoMode} (in Development)."),
    };
}
