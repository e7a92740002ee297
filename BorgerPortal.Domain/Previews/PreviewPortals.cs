using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.ExternalBooking.Remote;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorgerPortal.Domain.Previews;

/// <summary>Opens previews: the portal as one citizen would meet it at one instant.</summary>
public sealed class PreviewPortals(
    IBookingReader reader,
    IDbContextFactory<BookingDbContext> contexts,
    IBookingSystems systems,
    KeyRing keys,
    IOptions<RuleOptions> rules,
    TimeProvider clock,
    ILoggerFactory loggers)
{
    /// <summary>
    /// The reason of the 1014 on `profil`: somebody made up is nobody to a planner that is a system of its own, which would be
    /// asked about them.
    /// </summary>
    public const string PlannerIsElsewhere = "planlaegger";

    /// <summary>
    /// Opens one. A citizen of another jobcentre is to it as one whom nobody knows: each operation answers as for an unknown
    /// citizen, at each call.
    /// </summary>
    /// <returns>1014 on `profil` where somebody is made up and the jobcentre's planner is not the embedded one.</returns>
    public Result<PreviewPortal> Open(Preview preview) =>
        preview.Profile is not null && systems.Find(preview.JobCentreCode) is { Seats: null }
            ? new Error(Errors.InvalidMessage, "profil", PlannerIsElsewhere)
            : new PreviewPortal(Build(preview), preview);

    // The domain's own table of contents with other collaborators beneath it: the operations are the very same classes, and
    // one that is added there is in every preview.
    private ServiceProvider Build(Preview preview)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new StandingClock(clock, preview.At));
        services.AddSingleton<IBookingSystems>(provider => new PreviewBookingSystems(
            systems, provider.GetRequiredService<EmbeddedPlanner>(), provider.GetRequiredService<BrokenElementReports>()));
        services.AddBorgerPortalDomain();
        services.AddSingleton(keys);
        services.AddSingleton(rules);
        services.AddSingleton(contexts);
        services.AddSingleton(loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton<IBookingReader>(new PreviewReader(reader, preview));
        services.AddSingleton<IBookingWriter, PreviewWriter>();
        return services.BuildServiceProvider();
    }
}
