using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.CreateBooking.PostgreSql;

/// <summary>What <see cref="SeedFile"/> makes on SQLite: who and what can be booked.</summary>
internal static class PostgreSqlSeed
{
    private const int AtOnce = 1_000;

    public static async Task MakeAsync(PostgreSqlSettings settings, KeyRing keys, Schedule schedule, int bookings)
    {
        await new PostgreSqlStore(settings).MigrateAsync(CancellationToken.None);
        await using var connection = settings.CreateConnection();
        await connection.OpenAsync();
        var vault = new PersonnummerVault(keys);
        var options = Enumerable.Range(0, Schedule.Options).ToList();
        var numbers = Enumerable.Range(0, bookings).ToList();

        await AddAsync([new JobCentre { Code = SeedFile.JobCentre, Name = "Jobcenter Aarhus" }]);
        await AddAsync(options.SelectMany(option => Positions().Select(position => NewCaseWorker(Schedule.CaseWorkerOf(option, position)))));
        await AddAsync(options.Select(NewOption));
        await AddAsync(options.SelectMany(option => Positions().Select(position => new PlannedOptionCaseWorker
        {
            OptionId = Schedule.OptionId(option),
            CaseWorkerId = Schedule.CaseWorkerOf(option, position),
            Position = position,
        })));
        await AddAsync(numbers.Select(number => NewCitizen(Schedule.CitizenOf(number), vault, schedule)));
        await AddAsync(numbers.Select(number => new PlannedTimeslot
        {
            Id = number + 1,
            OptionId = Schedule.OptionId(Schedule.OptionOf(number)),
            Start = schedule.StartOf(number),
            ContactTypes = [ContactType.Personal, ContactType.Telephone],
        }));
        await AddAsync(numbers.SelectMany(number => Positions().Select(position => new PlannedTimeslotCaseWorker
        {
            TimeslotId = number + 1,
            CaseWorkerId = Schedule.CaseWorkerOf(Schedule.OptionOf(number), position),
            Position = position,
        })));
        await using var analyze = connection.CreateCommand();

        // As a server counts by itself, which leaves alone what is still empty: plans for empty tables would be kept.
        analyze.CommandText = "ANALYZE job_centres, case_workers, options, option_case_workers, citizens, deadlines, timeslots, timeslot_case_workers";
        await analyze.ExecuteNonQueryAsync();

        async Task AddAsync(IEnumerable<object> rows)
        {
            foreach (var some in rows.Chunk(AtOnce))
            {
                await using BookingDbContext context = PostgreSqlSettings.CreateContext(connection);
                context.AddRange(some);
                await context.SaveChangesAsync();
            }
        }
    }

    private static IEnumerable<int> Positions() => Enumerable.Range(0, Schedule.CaseWorkersPerOption);

    private static CaseWorker NewCaseWorker(long id) => new()
    {
        Id = id,
        JobCentreCode = SeedFile.JobCentre,
        Identifier = $"RID-{id}",
        GivenName = "Mette",
        Surname = "Holm",
        Roles = ["laese"],
    };

    private static PlannedOption NewOption(int number) => new()
    {
        Id = Schedule.OptionId(number),
        JobCentreCode = SeedFile.JobCentre,
        InterviewType = InterviewType.JobInterview,
        InterviewFormType = InterviewFormType.Individual,
        ContactTypes = [ContactType.Personal, ContactType.Telephone],
        Location = SeedFile.Location,
        DurationMinutes = Schedule.DurationMinutes,
        Title = SeedFile.Title,
        AllowChoiceOfSupervisor = true,
        RebookingPossible = true,
        RebookingDeadlineHours = 24,
        CancellationPossible = true,
        CancellationDeadlineHours = 24,
        CompulsoryAttendance = true,
    };

    private static Citizen NewCitizen(long id, PersonnummerVault vault, Schedule schedule)
    {
        _ = Personnummer.TryParse(SeedFile.PersonnummerOf(id), out var personnummer);
        return new Citizen
        {
            Id = id,
            PersonnummerLookup = vault.Lookup(personnummer),
            PersonnummerCipher = vault.Encipher(personnummer),
            GivenNames = "Anna",
            Surname = "Berg",
            JobCentreCode = SeedFile.JobCentre,
            ContactGroup = 1,
            CustomerNumber = "12345678",
            Deadlines =
            {
                new Deadline
                {
                    Id = id,
                    CitizenId = id,
                    InterviewType = InterviewType.JobInterview,
                    BookBy = schedule.Today.AddDays(30),
                    HoldBy = schedule.Today.AddDays(400),
                },
            },
        };
    }
}
