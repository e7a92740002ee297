using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using CsCheck;

namespace BorgerPortal.Tests.Tracing;

/// <summary>
/// Citizens in all situations and offers that are broken in all ways, each in one or two, by a seed: and requests for
/// them, sound and unsound.
/// </summary>
public sealed class AnyTown
{
    private const int Citizens = 48;
    private const int Doubly = 16;

    /// <summary>Citizens who ask for more than the others, so that they have bookings already.</summary>
    private const int Busy = 4;

    private static readonly DateOnly Today = new(2027, 3, 1);

    /// <summary>What may be wrong with an offer, or unusual.</summary>
    private static readonly Action<PlannedOption>[] OfferTwists =
    [
        _ => { },
        _ => { },
        option => option.Active = false,
        option => option.ValidFrom = Today.AddDays(2),
        option => option.ValidTo = Today.AddDays(-1),
        option => (option.ValidFrom, option.ValidTo) = (Today, Today.AddDays(30)),
        option => option.ContactGroups = [2, 3],
        option => option.ContactGroups = [1, 11],
        option => option.ForNamedCitizens = true,
        option => option.JobCentreCode = TestPortal.Odense,
        option => option.InterviewType = 99,
        option => option.InterviewFormType = 9,
        option => option.InterviewType = InterviewType.FollowUp,
        option => option.InterviewType = InterviewType.FollowUp,
        option => option.InterviewType = InterviewType.JobInterview,
        option => option.InterviewType = InterviewType.JobInterview,
        option => option.InterviewType = InterviewType.JointJobInterview,
        option => (option.InterviewType, option.RebookingPossible) = (InterviewType.RehabTeam, false),
        option => option.InterviewType = InterviewType.RehabTeam,
        option => option.ContactTypes = [ContactType.Telephone],
        option => option.ContactTypes = [ContactType.Personal, 99],
        option => option.Location = null,
        option => option.AllowChoiceOfSupervisor = true,
        option => option.DurationMinutes = 0,
        option => option.DurationMinutes = -30,
        option => option.DurationMinutes = 25 * 60,
        option => option.FirstTimeslot = World.Danish(2027, 3, 9, 0),
        option => option.LastTimeslot = World.Danish(2027, 3, 7, 0),
        option => option.RebookingDeadlineHours = null,
        option => (option.CancellationPossible, option.CancellationDeadline) = (false, World.Danish(2027, 3, 1, 23)),
        option => option.CancellationDeadlineHours = null,
        option => option.ShouldCitizenCall = true,
        option => (option.ShouldCitizenCall, option.PhoneNumber) = (true, "12345678"),
        option => option.RebookingDeadline = World.Danish(2027, 2, 20, 12),
        option => option.CancellationDeadline = World.Danish(2027, 2, 20, 12),
        option => option.RebookingDeadline = World.Danish(2027, 6, 1, 12),
        option => option.CancellationDeadline = World.Danish(2027, 6, 1, 12),
        option => option.PrintComment = "Husk <b>legitimation</b>",
    ];

    /// <summary>How a citizen may stand.</summary>
    private static readonly Action<Citizen>[] CitizenTwists =
    [
        citizen => citizen.Dead = true,
        citizen => citizen.JobCentreCode = TestPortal.Unconfigured,
        citizen => citizen.JobCentreCode = TestPortal.Odense,
        citizen => citizen.CustomerNumber = null,
        citizen => citizen.ContactGroup = 2,
        citizen => citizen.ContactGroup = 11,
        citizen => citizen.Absences.Add(new Absence { Type = Absence.ExemptFromSelfBooking, From = Today }),
        citizen => citizen.Absences.Add(new Absence { Type = Absence.DeprivedOfSelfBooking, From = Today, To = Today.AddDays(1) }),
        citizen => citizen.Absences.Add(new Absence { Type = Absence.ContactIsWithUnemploymentFund, From = Today.AddDays(1) }),
        citizen => citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = Today.AddDays(2), HoldBy = Today.AddDays(6) }),
        citizen => citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = Today.AddDays(-3), HoldBy = Today.AddDays(-1) }),
        citizen => citizen.Deadlines.Add(new Deadline { InterviewType = 4, BookBy = Today.AddDays(1), HoldBy = Today.AddDays(30) }),
    ];

    private readonly PCG _random;
    private readonly TestPortal _portal;
    private readonly List<Citizen> _citizens = [];
    private readonly List<(PlannedOption Option, DateTimeOffset[] Starts)> _offers = [];
    private readonly List<CaseWorker> _workers = [];

    private AnyTown(TestPortal portal, ulong seed) => (_portal, _random) = (portal, new PCG(1, seed));

    public IReadOnlyList<CitizenReference> References => [.. _citizens.Select(citizen => CitizenReference.ById(citizen.Id))];

    public static async Task<AnyTown> BuildAsync(TestPortal portal, ulong seed)
    {
        var town = new AnyTown(portal, seed);
        await portal.World.AddJobCentresAsync();
        for (var number = 1; number <= 5; number++)
        {
            town._workers.Add(await portal.World.AddCaseWorkerAsync($"RID-{number}"));
        }

        foreach (var twist in OfferTwists)
        {
            await town.AddOfferAsync(twist);
        }

        for (var number = 0; number < Doubly; number++)
        {
            await town.AddOfferAsync(town.Any(OfferTwists) + town.Any(OfferTwists));
        }

        await town.AddGroupAsync();
        for (var number = 0; number < Citizens; number++)
        {
            await town.AddCitizenAsync();
        }

        return town;
    }

    /// <summary>A request that may be sound, or unsound in one way or several.</summary>
    public CreateBookingRequest AnyRequest()
    {
        var citizen = Often(97) ? CitizenReference.ById((Often(40) ? _citizens[(int)_random.Next(Busy)] : Any(_citizens)).Id) : Often(50) ? CitizenReference.ById(999_999) : CitizenReference.ByPersonnummer("0000000000");
        var (option, starts) = Any(_offers);
        Guid? optionId = Often(97) ? option.Id : Often(60) ? Guid.Parse("00000000-0000-4000-8000-00000000000f") : null;
        DateTimeOffset? start = Often(80) ? Any(starts)
            : Any<DateTimeOffset?>([Any(Any(_offers).Starts), World.Danish(2027, 2, 26, 10), World.Danish(2027, 3, 1, 9), Any(starts).AddMinutes(1), null]);
        int? contactType = Often(85) ? Any(option.ContactTypes) : Any<int?>([1, 2, 3, 99, null]);
        var wish = Often(70) ? null : Any<string?>(["RID-1", "RID-2", "RID-5", "RID-ukendt", ""]);
        return new CreateBookingRequest(citizen, optionId, start, contactType, wish);
    }

    public bool Often(uint percent) => _random.Next(100) < percent;

    private T Any<T>(IReadOnlyList<T> all) => all[(int)_random.Next((uint)all.Count)];

    private async Task AddOfferAsync(Action<PlannedOption> twist)
    {
        CaseWorker[] workers = [Any(_workers), .. Often(60) ? [_workers[0]] : Array.Empty<CaseWorker>()];
        var option = await _portal.World.AddOptionAsync(workers.Distinct(), twist);
        DateTimeOffset[] starts =
        [
            World.Danish(2027, 3, 1, 10, (int)_random.Next(60)),
            World.Danish(2027, 3, 2 + (int)_random.Next(4), 8 + (int)_random.Next(8)),
            World.Danish(2027, 3, 8 + (int)_random.Next(14), 8 + (int)_random.Next(8), 30),
        ];
        foreach (var start in starts)
        {
            await _portal.World.AddTimeslotAsync(option, start, [.. workers.Distinct()]);
        }

        _offers.Add((option, starts));
    }

    private async Task AddGroupAsync()
    {
        var worker = await _portal.World.AddCaseWorkerAsync("RID-gruppe");
        var option = await _portal.World.AddOptionAsync([worker], group => (group.InterviewFormType, group.AllowChoiceOfSupervisor) = (InterviewFormType.Group, true));
        DateTimeOffset[] starts = [World.Danish(2027, 3, 4, 9), World.Danish(2027, 3, 11, 9)];
        foreach (var start in starts)
        {
            await _portal.World.AddTimeslotAsync(option, start, [worker], seats: 2);
        }

        _offers.Add((option, starts));
    }

    private async Task AddCitizenAsync()
    {
        var citizen = await _portal.World.AddCitizenAsync(citizen =>
        {
            // The busy ones are sound, then comes each twist once, then any.
            var twist = _citizens.Count - Busy;
            if (twist >= 0 && (twist < CitizenTwists.Length || Often(50)))
            {
                (twist < CitizenTwists.Length ? CitizenTwists[twist] : Any(CitizenTwists))(citizen);
            }
        });
        _citizens.Add(citizen);
        if (Often(40))
        {
            await _portal.SaveAsync(context => context.OptionCitizens.AddRange(_offers
                .Where(offer => offer.Option.ForNamedCitizens)
                .Select(offer => new PlannedOptionCitizen { OptionId = offer.Option.Id, CitizenId = citizen.Id })));
        }
    }
}
