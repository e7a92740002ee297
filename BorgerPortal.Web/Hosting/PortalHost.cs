using BorgerPortal.Domain;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Security;
using Microsoft.Extensions.Options;

namespace BorgerPortal.Web.Hosting;

/// <summary>Puts the portal together from its configuration.</summary>
internal static class PortalHost
{
    /// <summary>
    /// The framework's line for each request, and the scope around all others, hold its address, into which a client may
    /// have put a personnummer by mistake: they stay off also where the framework's other lines are asked for.
    /// </summary>
    private const string RequestLines = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // The settings lie beside the program: the folder that it is started from says nothing.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var configuration = builder.Configuration;
        SettingsToCome.Refuse(configuration);
        var dataFolder = DataFolder.Find(configuration, builder.Environment);
        var immediateBookingDays = ImmediateBookingDays.Find(configuration);

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter(RequestLines, LogLevel.None);
        builder.Services.AddSingleton(Clock.Find(configuration, builder.Environment));
        builder.Services.AddSingleton(_ => OpenKeys(KeyFile(dataFolder), mayCreate: builder.Environment.IsDevelopment()));
        builder.Services.Configure<ExternalBookingOptions>(configuration.GetSection(ExternalBookingOptions.Section));
        builder.Services.Configure<RuleOptions>(configuration.GetSection(RuleOptions.Section));
        builder.Services.Configure<RuleOptions>(options => options.ImmediateBookingDays = immediateBookingDays ?? options.ImmediateBookingDays);
        builder.Services.AddBorgerPortalDomain();
        builder.AddDatabase(dataFolder);
        builder.Services.AddHostedService<ReconcilerWorker>();
        builder.Services.AddHostedService<DailyWorker>();
        builder.Services.AddHostedService<ReadAuditWorker>();
        builder.AddPortalApi();
        builder.AddPortalPages(dataFolder);
        return builder;
    }

    /// <summary>Where the keys that personnumre are kept under lie.</summary>
    public static string KeyFile(string dataFolder) => Path.Combine(dataFolder, "keys", "personnummer.json");

    /// <summary>Everything that must be in order before the first request is answered.</summary>
    public static async Task OpenAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        // The host would do it too, and log a stack trace beside the message.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        await app.OpenDatabaseAsync(cancellationToken);
        await StartScenario.LoadAsync(app, cancellationToken);
    }

    /// <summary>The keys and the database; a SQLite file is this process's alone from now on.</summary>
    public static async Task OpenDatabaseAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        app.Services.GetRequiredService<KeyRing>();
        await app.Services.GetRequiredService<IBookingStore>().OpenAsync(cancellationToken);
    }

    private static KeyRing OpenKeys(string file, bool mayCreate)
    {
        try
        {
            return KeyRing.Open(file, mayCreate);
        }
        catch (InvalidOperationException exception)
        {
            throw new StartRefusedException(exception.Message, exception);
        }
    }
}
