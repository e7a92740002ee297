using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Security;
using BorgerPortal.Tests.Support;

namespace BorgerPortal.Tests.Persistence;

/// <summary>A hundred jobcentres beside the scene's, each with some of everything.</summary>
internal static class ManyJobCentres
{
    private const int JobCentres = 100;
    private const int Each = 10;

    private static readonly DateOnly Today = new(2027, 3, 1);

    public static async Task AddAsync(BookingScene scene)
    {
        var (world, portal) = (scene.Portal.World, scene.Portal);
        var ids = portal.Get<IdSource>();
        var codes = Enumerable.Range(20_000, JobCentres).Select(code => code.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList();
        await portal.SaveAsync(context => context.JobCentres.AddRange(codes.Select(code => new JobCentre { Code = code, Name = code })));
        var citizens = await world.AddCitizensAsync(JobCentres * Each, (citizen, number) =>
        {
            citizen.JobCentreCode = codes[number / Each];
            citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = Today.AddDays(3), HoldBy = Today.AddDays(30) });
            citizen.Absences.Add(new Absence { Type = Absence.ExemptFromSelfBooking, From = Today, To = Today });
        });
        var workers = codes.ConvertAll(code => new CaseWorker { JobCentreCode = code, Identifier = "RID-1", GivenName = "Mette", Surname = "Holm", Roles = [] });
        await portal.SaveAsync(context => context.CaseWorkers.AddRange(workers));
        var options = Enumerable.Range(0, JobCentres * Each).Select(number => new PlannedOption
        {
            Id = ids.Next(),
            JobCentreCode = codes[number / Each],
            InterviewType = 12,
            InterviewFormType = 1,
            ContactTypes = [1],
            DurationMinutes = 30,
            Title = "Samtale",
            ForNamedCitizens = true,
        }).ToList();
        var times = options.SelectMany(option => Enumerable.Range(0, 3).Select(day => new PlannedTimeslot
        {
            OptionId = option.Id,
            Start = scene.Start.AddDays(day),
            ContactTypes = [1],
        })).ToList();
        await portal.SaveAsync(context =>
        {
            context.Options.AddRange(options);
            context.OptionCitizens.AddRange(options.Zip(citizens, (option, citizen) => new PlannedOptionCitizen { OptionId = option.Id, CitizenId = citizen.Id }));
            context.Timeslots.AddRange(times);
            context.Occupancies.AddRange(workers.SelectMany(worker => Enumerable.Range(0, Each).Select(day => new Occupancy
            {
                CaseWorkerId = worker.Id,
                Start = scene.Start.AddDays(day),
                End = scene.Start.AddDays(day).AddMinutes(30),
                Session = ids.Next(),
            })));
        });
        await portal.SaveAsync(context => context.TimeslotCaseWorkers.AddRange(
            times.Select((time, number) => new PlannedTimeslotCaseWorker { TimeslotId = time.Id, CaseWorkerId = workers[number / 3 / Each].Id })));
    }
}
