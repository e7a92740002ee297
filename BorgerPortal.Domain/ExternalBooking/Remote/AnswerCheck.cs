using BorgerPortal.Domain.ExternalBooking.Remote.Answers;
using BorgerPortal.Domain.ExternalBooking.Remote.Contract;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.ExternalBooking.Remote;

/// <summary>A part of an answer that breaks the contract.</summary>
/// <param name="OptionId">The offer that it is about; null where not even that can be read.</param>
/// <param name="Elements">The wire names of what is broken.</param>
internal sealed record BrokenElement(Guid? OptionId, IReadOnlyList<string> Elements);

/// <summary>What is sound of a collection, and what had to be left out.</summary>
internal sealed record Sifted<T>(T Sound, IReadOnlyList<BrokenElement> Broken);

/// <summary>
/// Holds a planner's answers against the contract (9329). In a collection, what breaks it is left out; the whole answer
/// is broken when the collection itself is not there, or when nothing sound remains of it.
/// </summary>
internal static class AnswerCheck
{
    private static readonly OptionContract Options = new();
    private static readonly SupervisorToBookContract Supervisors = new();
    private static readonly BookingContract Bookings = new();
    private static readonly ImmediateOptionContract ImmediateOptions = new();
    private static readonly SupervisorContract CaseWorkers = new();

    /// <summary>The sound offers, in the planner's order; null where the collection is missing.</summary>
    public static Sifted<IReadOnlyList<InterviewOption>>? Sift(OptionsAnswer answer)
    {
        if (answer.Options is null)
        {
            return null;
        }

        var sound = new List<InterviewOption>();
        var broken = new List<BrokenElement>();
        foreach (var option in answer.Options)
        {
            if (option is null)
            {
                broken.Add(new BrokenElement(null, ["moedetilbud"]));
            }
            else if (Options.Broken(option) is { Count: > 0 } elements)
            {
                broken.Add(new BrokenElement(Facets.ReadGuid(option.Id), elements));
            }
            else
            {
                sound.Add(option.ToOption());
            }
        }

        return new(sound, broken);
    }

    /// <summary>
    /// The sound times, earliest first, and the caseworkers whom they name; null where a collection is missing or one
    /// number names two caseworkers.
    /// </summary>
    public static Sifted<TimeslotListing>? Sift(TimeslotsAnswer answer, Guid optionId)
    {
        if (answer.Supervisors is null || answer.Timeslots is null)
        {
            return null;
        }

        var broken = new List<BrokenElement>();
        if (SiftSupervisors(answer.Supervisors, optionId, broken) is not { } supervisors)
        {
            return null;
        }

        var contract = new TimeslotContract(supervisors.Keys.ToHashSet());
        var sound = new List<BookingTimeslot>();
        foreach (var timeslot in answer.Timeslots)
        {
            if (timeslot is null || contract.Broken(timeslot) is { Count: > 0 })
            {
                var elements = timeslot is null ? [] : contract.Broken(timeslot);
                broken.Add(new BrokenElement(optionId, [.. elements.Select(element => $"moedetider.{element}")]));
            }
            else
            {
                sound.Add(timeslot.ToTimeslot());
            }
        }

        return new(new TimeslotListing([.. supervisors.Values], [.. sound.OrderBy(timeslot => timeslot.Start)]), broken);
    }

    /// <summary>The sound times with their offers' ids, earliest first, and the caseworkers whom they name; null as for other times.</summary>
    public static Sifted<(IReadOnlyList<SupervisorToBook> Supervisors, IReadOnlyList<(Guid OptionId, BookingTimeslot Timeslot)> Timeslots)>? Sift(
        ImmediateTimeslotsAnswer answer)
    {
        var broken = new List<BrokenElement>();
        if (answer.Supervisors is null || answer.Timeslots is null || SiftSupervisors(answer.Supervisors, optionId: null, broken) is not { } supervisors)
        {
            return null;
        }

        var contract = new TimeslotContract(supervisors.Keys.ToHashSet());
        var sound = new List<(Guid OptionId, BookingTimeslot Timeslot)>();
        foreach (var timeslot in answer.Timeslots)
        {
            IReadOnlyList<string> elements = timeslot is null
                ? ["straksbookingMoedetider"]
                : [.. contract.Broken(timeslot.Timeslot), .. ImmediateOptions.Broken(timeslot.Option)];
            if (elements.Count > 0)
            {
                broken.Add(new BrokenElement(Facets.ReadGuid(timeslot?.Option.Id), elements));
            }
            else
            {
                sound.Add((Facets.ReadGuid(timeslot!.Option.Id)!.Value, timeslot.Timeslot.ToTimeslot()));
            }
        }

        return new(([.. supervisors.Values], [.. sound.OrderBy(time => time.Timeslot.Start)]), broken);
    }

    /// <summary>The sound caseworkers, in the planner's order; null where it is not told whether there is a choice.</summary>
    public static Sifted<SupervisorChoice>? Sift(SupervisorsAnswer answer, Guid? optionId)
    {
        if (answer.MayChoose is not { } mayChoose || answer.Unreadable.Count > 0)
        {
            return null;
        }

        var given = answer.Supervisors ?? [];
        var sound = given.Where(supervisor => supervisor is not null && CaseWorkers.Broken(supervisor).Count == 0).ToList();
        return new(
            mayChoose ? new SupervisorChoice(MayChoose: true, sound.ConvertAll(supervisor => supervisor.ToSupervisor())) : SupervisorChoice.None,
            sound.Count == given.Count ? [] : [new BrokenElement(optionId, ["sagsbehandlere"])]);
    }

    /// <summary>The broken elements of an assembled booking; none where it keeps the contract and is what was asked for.</summary>
    public static IReadOnlyList<string> Broken(BookingAnswer? booking, ReserveCall asked)
    {
        if (booking is null)
        {
            return ["indkaldelse"];
        }

        var broken = Bookings.Broken(booking);
        return broken.Count > 0 ? broken : [.. Strangers(booking, asked)];
    }

    /// <summary>The broken elements of a booking that was read back.</summary>
    public static IReadOnlyList<string> Broken(BookingAnswer booking) => Bookings.Broken(booking);

    /// <summary>The sound caseworkers by their number; null where one number names two.</summary>
    private static Dictionary<int, SupervisorToBook>? SiftSupervisors(
        IReadOnlyList<SupervisorToBookAnswer> given, Guid? optionId, List<BrokenElement> broken)
    {
        var supervisors = new Dictionary<int, SupervisorToBook>();
        foreach (var supervisor in given)
        {
            if (supervisor is null || Supervisors.Broken(supervisor) is { Count: > 0 })
            {
                broken.Add(new BrokenElement(optionId, ["bookbareSagsbehandlere"]));
            }
            else if (!supervisors.TryAdd(supervisor.Id!.Value, supervisor.ToSupervisor()))
            {
                return null;
            }
        }

        return supervisors;
    }

    /// <summary>An answer can keep every facet and still be about something else.</summary>
    private static IEnumerable<string> Strangers(BookingAnswer booking, ReserveCall asked)
    {
        if (Facets.ReadGuid(booking.Id) != asked.BookingId)
        {
            yield return "indkaldelseId";
        }

        if (booking.Start != asked.Start)
        {
            yield return "starttidspunkt";
        }

        if (booking.InterviewType != asked.Option.InterviewType)
        {
            yield return "samtaleType";
        }

        if (booking.InterviewFormType != asked.Option.InterviewFormType)
        {
            yield return "moedeGruppeType";
        }

        if (booking.ContactType != asked.ContactType)
        {
            yield return "samtaleformType";
        }

        if (asked.SupervisorIdentifier is not null && booking.Supervisor!.Identifier != asked.SupervisorIdentifier)
        {
            yield return "sagsbehandler";
        }
    }
}
