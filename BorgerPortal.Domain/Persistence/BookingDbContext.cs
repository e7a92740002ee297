using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Daily;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Domain.Worklist;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Persistence;

/// <summary>
/// The schema and the queries. Changes do not go through it: <see cref="IBookingWriter"/> is the one road for those.
/// Each database has a subclass with its own types and migrations.
/// </summary>
public abstract class BookingDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<JobCentre> JobCentres => Set<JobCentre>();

    public DbSet<CaseWorker> CaseWorkers => Set<CaseWorker>();

    public DbSet<Citizen> Citizens => Set<Citizen>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<Deadline> Deadlines => Set<Deadline>();

    public DbSet<PlannedOption> Options => Set<PlannedOption>();

    public DbSet<PlannedOptionCaseWorker> OptionCaseWorkers => Set<PlannedOptionCaseWorker>();

    public DbSet<PlannedOptionCitizen> OptionCitizens => Set<PlannedOptionCitizen>();

    public DbSet<PlannedTimeslot> Timeslots => Set<PlannedTimeslot>();

    public DbSet<PlannedTimeslotCaseWorker> TimeslotCaseWorkers => Set<PlannedTimeslotCaseWorker>();

    public DbSet<Occupancy> Occupancies => Set<Occupancy>();

    public DbSet<ExclusiveKind> ExclusiveKinds => Set<ExclusiveKind>();

    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<BookingIntent> BookingIntents => Set<BookingIntent>();

    public DbSet<StoredAnswer> StoredAnswers => Set<StoredAnswer>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<ErrorReport> ErrorReports => Set<ErrorReport>();

    public DbSet<OutboxNotice> OutboxNotices => Set<OutboxNotice>();

    public DbSet<DailyRun> DailyRuns => Set<DailyRun>();

    public DbSet<EvidenceReceipt> EvidenceReceipts => Set<EvidenceReceipt>();

    public DbSet<WorkHandling> WorkHandlings => Set<WorkHandling>();

    public DbSet<LogInSession> LogInSessions => Set<LogInSession>();

    /// <summary>The times of offers at just these starts, by as many looks into the index; for at most some thousand.</summary>
    public abstract IQueryable<PlannedTimeslot> TimeslotsAt(IReadOnlyList<(Guid OptionId, DateTimeOffset Start)> starts);

    /// <summary>What is taken of caseworkers' time over these pieces; a row comes once for each piece that it overlaps.</summary>
    public abstract IQueryable<Occupancy> OccupanciesOver(IReadOnlyList<(long CaseWorkerId, DateTimeOffset Start, DateTimeOffset End)> pieces);

    /// <summary>Everything that is read through this context until the result is disposed is of one state of the database.</summary>
    public abstract Task<IAsyncDisposable> FreezeAsync(CancellationToken cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BookingDbContext).Assembly);
}
