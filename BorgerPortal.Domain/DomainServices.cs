using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Daily;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.ExternalBooking.Remote;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Overview;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Previews;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Scenarios;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Domain.Tracing;
using BorgerPortal.Domain.Worklist;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BorgerPortal.Domain;

/// <summary>The library's table of contents.</summary>
public static class DomainServices
{
    /// <summary>
    /// Adds the operations and what they stand on. The host brings a <see cref="KeyRing"/>, the database
    /// (<see cref="AddSqlite"/> or <see cref="AddPostgreSql"/>) and the options; the clock is the system's unless it brings one.
    /// </summary>
    public static IServiceCollection AddBorgerPortalDomain(this IServiceCollection services)
    {
        services.AddSingleton<GetCitizenStatus>();
        services.AddSingleton<GetSelfbookInterviewOptions>();
        services.AddSingleton<GetSelfbookTimeslots>();
        services.AddSingleton<CreateBooking>();
        services.AddSingleton<BookingFirstRead>();
        services.AddSingleton<BookingDecider>();
        services.AddSingleton<RescheduleBooking>();
        services.AddSingleton<CancelBooking>();
        services.AddSingleton<AcceptBooking>();
        services.AddSingleton<GetRescheduleCaseWorkers>();
        services.AddSingleton<GetRescheduleTimeslots>();
        services.AddSingleton<GetImmediateBookingTimeslots>();
        services.AddSingleton<CreateErrorReport>();
        services.AddSingleton<GetBookings>();
        services.AddSingleton<GetBooking>();
        services.AddSingleton<TakeEvidence>();
        services.AddSingleton<EvidenceQuestions>();
        services.AddSingleton<EvidenceReceipts>();
        services.AddSingleton<CitizenAudit>();
        services.AddSingleton<WorklistReader>();
        services.AddSingleton<WorklistWatch>();
        services.AddSingleton<HandleWork>();
        services.AddSingleton<LookUpCitizen>();
        services.AddSingleton<WaitingWork>();
        services.AddSingleton<ScenarioImporter>();
        services.AddSingleton<ScenarioExporter>();

        services.AddSingleton<PreviewPortals>();
        services.AddSingleton<RuleTracer>();
        services.AddSingleton<OfferTracer>();
        services.AddSingleton<JobCentreOverviews>();

        services.AddSingleton<BookingGate>();
        services.AddSingleton<BookingChanger>();
        services.AddSingleton<BookingProtocol>();
        services.AddSingleton<BookingSettlement>();
        services.AddSingleton<BookingReconciliation>();
        services.AddSingleton<ChangeProtocol>();
        services.AddSingleton<ChangeSettlement>();
        services.AddSingleton<ChangeReconciliation>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<ReportForwarder>();
        services.AddSingleton<BrokenElementReports>();

        services.AddSingleton<ReadAudit>();
        services.AddSingleton<DailyJob>();
        services.AddSingleton<DeadlineCloser>();
        services.AddSingleton<Reminders>();
        services.AddSingleton<OutlivedAnswers>();

        services.AddOptions<ExternalBookingOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ExternalBookingOptions>, ExternalBookingOptionsValidator>();
        services.AddOptions<RuleOptions>();
        services.AddOptions<LogInSessionOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<LogInSessionOptions>, LogInSessionOptionsValidator>();

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IdSource>();
        services.AddSingleton<PersonnummerVault>();
        services.AddSingleton<CitizenFiles>();
        services.AddSingleton<RequestLedger>();
        services.AddSingleton<LogInSessions>();
        services.AddSingleton<EmbeddedPlanner>();
        services.TryAddSingleton<IBookingSystems, ConfiguredBookingSystems>();
        return services;
    }

    /// <summary>Keeps everything in one SQLite file, which <see cref="SqliteStore.OpenAsync"/> must have opened first.</summary>
    public static IServiceCollection AddSqlite(this IServiceCollection services, SqliteSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<SqliteStore>();
        services.AddSingleton<IBookingStore>(provider => provider.GetRequiredService<SqliteStore>());
        services.AddPooledDbContextFactory<SqliteBookingDbContext>(options => SqliteSettings.Configure(options, settings.ReaderConnectionString));
        services.AddSingleton<IDbContextFactory<BookingDbContext>, ContextFactory<SqliteBookingDbContext>>();
        services.AddSingleton<IBookingReader, SqliteBookingReader>();
        services.AddSingleton<IBookingWriter, SqliteBookingWriter>();
        return services;
    }

    /// <summary>Keeps everything in a PostgreSQL database, which several portals may share; <see cref="IBookingStore.OpenAsync"/> says whether it may be used.</summary>
    public static IServiceCollection AddPostgreSql(this IServiceCollection services, PostgreSqlSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IBookingStore, PostgreSqlStore>();
        services.AddSingleton<PostgreSqlPools>();
        services.AddPooledDbContextFactory<PostgreSqlBookingDbContext>(settings.Configure);
        services.AddSingleton<IDbContextFactory<BookingDbContext>, ContextFactory<PostgreSqlBookingDbContext>>();
        services.AddSingleton<IBookingReader, PostgreSqlBookingReader>();
        services.AddSingleton<IBookingWriter, PostgreSqlBookingWriter>();
        return services;
    }
}
