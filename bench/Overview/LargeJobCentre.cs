using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.Overview;

/// <summary>
/// One jobcentre with 1,000 offers, 100,000 times to come, 250 caseworkers of whose time a third is taken, and 5,000
/// citizens with an open deadline each. Every tenth offer breaks a rule at each of its times.
/// </summary>
internal sealed class LargeJobCentre(DateOnly today)
{
    public const string Code = "10101";
    public const int Offers = 1_000;
    public const int TimesEach = 100;
    public const int Citizens = 5_000;

    private const int CaseWorkers = 250;
    private const int TimesPerDay = 10;
    private const int Minutes = 45;

    private static readonly int[] Types = [.. CodeList.InterviewTypes.Entries.Select(type => type.Id)];

    public static Guid OptionId(int offer) => new(offer + 1, 0x4b1f, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    public DateTimeOffset StartOf(int time) =>
        new DateTimeOffset(today.AddDays(1 + (time / TimesPerDay)), new TimeOnly(7, 0), TimeSpan.Zero).AddMinutes(time % TimesPerDay * Minutes);

    public async Task MakeAsync(IBookingWriter writer, IdSource ids)
    {
        await writer.RunAloneAsync(
            async (context, token) =>
            {
                context.ChangeTracker.AutoDetectChangesEnabled = false;
                context.JobCentres.Add(new JobCentre { Code = Code, Name = "Jobcenter" });
                context.CaseWorkers.AddRange(Enumerable.Range(1, CaseWorkers).Select(Worker));
                context.Options.AddRange(Enumerable.Range(0, Offers).Select(Offer));
                context.Citizens.AddRange(Enumerable.Range(1, Citizens).Select(Citizen));
                await context.SaveChangesAsync(token);
                foreach (var some in Enumerable.Range(0, Offers).Chunk(50))
                {
                    context.ChangeTracker.Clear();
                    context.Timeslots.AddRange(some.SelectMany(offer => Enumerable.Range(0, TimesEach).Select(time => Timeslot(offer, time))));
                    context.TimeslotCaseWorkers.AddRange(some.SelectMany(offer => Enumerable.Range(0, TimesEach).Select(time =>
                        new PlannedTimeslotCaseWorker { TimeslotId = TimeslotId(offer, time), CaseWorkerId = WorkerOf(offer) })));
                    await context.SaveChangesAsync(token);
                }

                context.ChangeTracker.Clear();
                context.Occupancies.AddRange(
                    from worker in Enumerable.Range(1, CaseWorkers)
                    from time in Enumerable.Range(0, TimesEach)
                    where (worker + time) % 3 == 0
                    select new Occupancy { CaseWorkerId = worker, Start = StartOf(time), End = StartOf(time).AddMinutes(Minutes), Session = ids.Next() });
                await context.SaveChangesAsync(token);
                return 0;
            },
            CancellationToken.None);
    }

    private static long WorkerOf(int offer) => (offer % CaseWorkers) + 1;

    private static long TimeslotId(int offer, int time) => ((long)offer * TimesEach) + time + 1;

    private static CaseWorker Worker(int number) => new()
    {
        Id = number,
        JobCentreCode = Code,
        Identifier = $"RID-{number}",
        GivenName = "Mette",
        Surname = "Holm",
        Roles = ["laese"],
    };

    private static PlannedOption Offer(int number) => new()
    {
        Id = OptionId(number),
        JobCentreCode = Code,
        InterviewType = Types[number % Types.Length],
        InterviewFormType = InterviewFormType.Individual,
        ContactTypes = [ContactType.Personal, ContactType.Telephone],
        ContactGroups = number % 5 == 0 ? [1, 2, 3] : [],
        Location = SeedFile.Location,
        DurationMinutes = Minutes,
        Title = $"Samtale {number}",
        RebookingPossible = true,
        RebookingDeadlineHours = 24,
        CancellationPossible = true,
        CancellationDeadlineHours = 24,
        ShouldCitizenCall = number % 10 == 0,
    };

    private PlannedTimeslot Timeslot(int offer, int time) => new()
    {
        Id = TimeslotId(offer, time),
        OptionId = OptionId(offer),
        Start = StartOf(time),
        ContactTypes = [ContactType.Personal, ContactType.Telephone],
    };

    private Citizen Citizen(int number)
    {
        var citizen = new Citizen
        {
            Id = number,
            PersonnummerLookup = BitConverter.GetBytes(number),
            PersonnummerCipher = [],
            GivenNames = "Anna",
            Surname = "Berg",
            JobCentreCode = Code,
            ContactGroup = (number % 8) + 1,
            CustomerNumber = "12345678",
        };
        citizen.Deadlines.Add(new Deadline
        {
            InterviewType = Types[number % Types.Length],
            BookBy = today.AddDays(number % 14),
            HoldBy = today.AddDays(number % 20),
        });
        return citizen;
    }
}
