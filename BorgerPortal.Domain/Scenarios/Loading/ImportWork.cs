using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Reading;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>What an import is about to write. Nothing reaches the database before <see cref="SaveAsync"/>.</summary>
internal sealed class ImportWork(BookingDbContext context, PortalRows rows, Moment moment, FaultList faults)
{
    private const int RowsInOneSave = 10_000;

    private readonly List<Func<object>> _later = [];

    public PortalRows Rows => rows;

    public Moment Moment => moment;

    public FaultList Faults => faults;

    /// <summary>Caseworkers' time that the file takes.</summary>
    public List<TimeClaim> Claims { get; } = [];

    /// <summary>The file's group times and who hold them: what they take of somebody's time is as the file says, whatever they took before.</summary>
    public Dictionary<PlannedTimeslot, IReadOnlyList<CaseWorker>> GroupTimes { get; } = [];

    public List<NewBooking> Bookings { get; } = [];

    /// <summary>Offers that have changed in something else than their own row.</summary>
    public HashSet<PlannedOption> ChangedOptions { get; } = [];

    public void Add(object row) => context.Add(row);

    /// <summary>Adds a row that needs ids which the database gives to other new rows first.</summary>
    public void AddLater(Func<object> make) => _later.Add(make);

    public void Remove(object row) => context.Remove(row);

    /// <summary>Gives a row that is there already the values of another.</summary>
    public void Change<TRow>(TRow there, TRow values)
        where TRow : class => context.Entry(there).CurrentValues.SetValues(values);

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        context.ChangeTracker.DetectChanges();
        RaiseVersions();
        await context.SaveChangesAsync(cancellationToken);
        foreach (var some in _later.Chunk(RowsInOneSave))
        {
            // What has been written need not be kept in mind any longer.
            context.ChangeTracker.Clear();
            context.AddRange(some.Select(make => make()));
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Whoever decides on facts from before the import must notice that they have changed.</summary>
    private void RaiseVersions()
    {
        var citizenIds = Changed<Absence>().Select(absence => absence.CitizenId)
            .Concat(Changed<Deadline>().Select(deadline => deadline.CitizenId))
            .Concat(Changed<Citizen>().Select(citizen => citizen.Id))
            .Concat(Bookings.Select(booking => booking.Citizen.Id))
            .ToHashSet();
        var optionIds = Changed<PlannedOptionCaseWorker>().Select(link => link.OptionId)
            .Concat(Changed<PlannedOptionCitizen>().Select(link => link.OptionId))
            .Concat(Changed<PlannedTimeslot>().Select(timeslot => timeslot.OptionId))
            .Concat(Changed<PlannedOption>().Select(option => option.Id))
            .Concat(ChangedOptions.Select(option => option.Id))
            .ToHashSet();
        Raise<Citizen>(citizen => citizenIds.Contains(citizen.Id), nameof(Citizen.Version));
        Raise<PlannedOption>(option => optionIds.Contains(option.Id), nameof(PlannedOption.Version));
    }

    private List<TRow> Changed<TRow>()
        where TRow : class =>
        [.. context.ChangeTracker.Entries<TRow>().Where(entry => entry.State != EntityState.Unchanged).Select(entry => entry.Entity)];

    private void Raise<TRow>(Func<TRow, bool> isChanged, string version)
        where TRow : class
    {
        foreach (var entry in context.ChangeTracker.Entries<TRow>()
            .Where(entry => entry.State is EntityState.Unchanged or EntityState.Modified && isChanged(entry.Entity)))
        {
            var property = entry.Property<long>(version);
            property.CurrentValue++;
        }
    }
}
