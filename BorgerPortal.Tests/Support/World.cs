using System.Globalization;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using Microsoft.Extensions.DependencyInjection;

namespace BorgerPortal.Tests.Support;

/// <summary>Who and what a test begins with. Each method adds one thing and gives it back.</summary>
public sealed class World(IServiceProvider services)
{
    private int _people;

    /// <summary>The three jobcentres of <see cref="TestPortal"/>.</summary>
    public Task AddJobCentresAsync() => services.SaveAsync(context => context.JobCentres.AddRange(
        new JobCentre { Code = TestPortal.Aarhus, Name = "Jobcenter Aarhus" },
        new JobCentre { Code = TestPortal.Odense, Name = "Jobcenter Odense" },
        new JobCentre { Code = TestPortal.Unconfigured, Name = "Jobcenter uden bookingsystem" }));

    /// <summary>A personnummer that nobody has: born in 2050.</summary>
    public static string PersonnummerOf(int number) =>
        new DateOnly(2050, 1, 1).AddDays(number % 365).ToString("ddMMyy", CultureInfo.InvariantCulture)
        + (5000 + (number / 365)).ToString(CultureInfo.InvariantCulture);

    /// <summary>A citizen who may book; the test changes what it is about.</summary>
    public async Task<Citizen> AddCitizenAsync(Action<Citizen>? change = null)
    {
        var citizen = NewCitizen(_people++);
        change?.Invoke(citizen);
        await services.SaveAsync(context => context.Citizens.Add(citizen));
        return citizen;
    }

    public async Task<IReadOnlyList<Citizen>> AddCitizensAsync(int count, Action<Citizen, int>? change = null)
    {
        var citizens = Enumerable.Range(_people, count).Select(NewCitizen).ToList();
        _people += count;
        for (var number = 0; number < count; number++)
        {
            change?.Invoke(citizens[number], number);
        }

        await services.SaveAsync(context => context.Citizens.AddRange(citizens));
        return citizens;
    }

    public async Task<CaseWorker> AddCaseWorkerAsync(string identifier, string jobCentre = TestPortal.Aarhus, params IReadOnlyList<string> roles)
    {
        var worker = new CaseWorker
        {
            JobCentreCode = jobCentre,
            Identifier = identifier,
            GivenName = "Mette",
            Surname = "Holm " + identifier,
            Roles = roles.Count > 0 ? roles : CaseWorkerRoles.All,
        };
        await services.SaveAsync(context => context.CaseWorkers.Add(worker));
        return worker;
    }

    /// <summary>A sound individual offer of 45 minutes, in person or by telephone, that may be moved and cancelled until a day before.</summary>
    public async Task<PlannedOption> AddOptionAsync(IEnumerable<CaseWorker> workers, Action<PlannedOption>? change = null)
    {
        var option = new PlannedOption
        {
            Id = Guid.ParseExact($"5b1f6f0a-0000-4000-8000-{_people++:D12}", "D"),
            JobCentreCode = TestPortal.Aarhus,
            InterviewType = 12,
            InterviewFormType = InterviewFormType.Individual,
            ContactTypes = [ContactType.Personal, ContactType.Telephone],
            Location = new InterviewLocation
            {
                Address = new Address
                {
                    StreetName = "Værkmestergade",
                    StreetBuildingIdentifier = "5",
                    PostCodeIdentifier = "8000",
                    DistrictName = "Aarhus C",
                },
            },
            DurationMinutes = 45,
            Title = "Anden samtale",
            RebookingPossible = true,
            RebookingDeadlineHours = 24,
            CancellationPossible = true,
            CancellationDeadlineHours = 24,
        };
        change?.Invoke(option);
        await services.SaveAsync(context =>
        {
            context.Options.Add(option);
            context.OptionCaseWorkers.AddRange(workers.Select((worker, index) => new PlannedOptionCaseWorker
            {
                OptionId = option.Id,
                CaseWorkerId = worker.Id,
                Position = index,
            }));
        });
        return option;
    }

    /// <summary>An individual time, or with seats a group time that occupies its caseworkers at once.</summary>
    public async Task<PlannedTimeslot> AddTimeslotAsync(
        PlannedOption option, DateTimeOffset start, IReadOnlyList<CaseWorker> workers, int? seats = null)
    {
        var timeslot = new PlannedTimeslot
        {
            OptionId = option.Id,
            Start = start,
            ContactTypes = option.ContactTypes,
            TotalSeats = seats,
            Session = seats is null ? null : services.GetRequiredService<IdSource>().Next(),
        };
        await services.SaveAsync(context => context.Timeslots.Add(timeslot));
        await services.SaveAsync(context =>
        {
            context.TimeslotCaseWorkers.AddRange(workers.Select((worker, index) => new PlannedTimeslotCaseWorker
            {
                TimeslotId = timeslot.Id,
                CaseWorkerId = worker.Id,
                Position = index,
            }));
            if (timeslot.Session is { } session)
            {
                context.Occupancies.AddRange(workers.Select(worker => new Occupancy
                {
                    CaseWorkerId = worker.Id,
                    Start = start,
                    End = start + option.BlockLength,
                    Session = session,
                }));
            }
        });
        return timeslot;
    }

    /// <summary>Danish local time on a date, as an instant.</summary>
    public static DateTimeOffset Danish(int year, int month, int day, int hour, int minute = 0) =>
        DanishTime.First(new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified))
            ?? throw new ArgumentException("No such local time.", nameof(hour));

    private Citizen NewCitizen(int number)
    {
        var vault = services.GetRequiredService<PersonnummerVault>();
        _ = Personnummer.TryParse(PersonnummerOf(number), out var personnummer);
        return new Citizen
        {
            PersonnummerLookup = vault.Lookup(personnummer),
            PersonnummerCipher = vault.Encipher(personnummer),
            GivenNames = "Anna",
            Surname = "Berg",
            JobCentreCode = TestPortal.Aarhus,
            ContactGroup = 1,
            CustomerNumber = "12345678",
        };
    }
}
