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
        var supervisors = new Dictionary<int, SupervisorToBook>();
        foreach (var supervisor in answer.Supervisors)
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
