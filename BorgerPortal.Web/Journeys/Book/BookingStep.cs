using BorgerPortal.Domain;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;
using BorgerPortal.Web.Journeys.Meetings;
using Microsoft.AspNetCore.Components;

namespace BorgerPortal.Web.Journeys.Book;

/// <summary>
/// A step of booking from one offer, or of moving a booking to another of its offer's times: the offer comes from the
/// booking system, the answers from the address.
/// </summary>
public abstract class BookingStep : CitizenPage
{
    private Guid? _loaded;
    private BookingAnswers? _ahead;

    protected GetSelfbookInterviewOptions GetOptions => View.Get<GetSelfbookInterviewOptions>();

    protected GetSelfbookTimeslots GetTimeslots => View.Get<GetSelfbookTimeslots>();

    protected GetBooking GetBooking => View.Get<GetBooking>();

    protected RebookingOffer Rebooking => new(View.Get<GetRescheduleCaseWorkers>(), View.Get<GetRescheduleTimeslots>(), Clock);

    [Parameter]
    public Guid OptionId { get; set; }

    /// <summary>The booking that is to be moved; null for a new one.</summary>
    [Parameter]
    public Guid? BookingId { get; set; }

    [SupplyParameterFromQuery(Name = BookingAnswers.TimeKey)]
    public string? Time { get; set; }

    [SupplyParameterFromQuery(Name = BookingAnswers.ContactTypeKey)]
    public string? ContactType { get; set; }

    [SupplyParameterFromQuery(Name = BookingAnswers.CaseWorkerKey)]
    public string? CaseWorker { get; set; }

    [SupplyParameterFromQuery(Name = BookingAnswers.AttemptKey)]
    public string? Attempt { get; set; }

    [SupplyParameterFromQuery(Name = BookingAnswers.DayKey)]
    public string? Day { get; set; }

    [SupplyParameterFromQuery(Name = BookingAnswers.MonthKey)]
    public string? Month { get; set; }

    protected BookingAnswers Answers { get; set; } = BookingAnswers.None;

    /// <summary>The offer; null until it has been read, and where it is not one of this citizen's.</summary>
    protected InterviewOption? Option { get; private set; }

    /// <summary>The booking that is to be moved, as it stands.</summary>
    protected BookingView? Old { get; private set; }

    protected bool IsMoving => BookingId is not null;

    protected StepUrls To => new(OptionId, BookingId);

    /// <summary>How the step's own address ends, where it may lead elsewhere by itself.</summary>
    protected virtual string? Ending => null;

    // A page that is being left hears of the next address too, and must not call the citizen back.
    private bool IsLeft => Ending is { } ending
        && !new Uri(Navigation.Uri).AbsolutePath.TrimEnd('/').EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    protected sealed override async Task OnParametersSetAsync()
    {
        if (IsLeft)
        {
            return;
        }

        if (BookingAnswers.Read(Time, ContactType, CaseWorker, Attempt, Day, Month) is var told && (_ahead is null || _ahead == told))
        {
            (Answers, _ahead) = (told, null);
        }

        // The router empties what the address does not hold.
        OptionId = IsMoving ? Old?.OptionId ?? Guid.Empty : OptionId;
        if (_loaded != (BookingId ?? OptionId))
        {
            Option = BookingId is { } booking ? await FindOfferOfAsync(booking) : await FindOptionAsync();
            _loaded = BookingId ?? OptionId;
        }

        if (Old is not null)
        {
            // What the citizen does not change stays as it is.
            Answers = Answers with { ContactType = Answers.ContactType ?? Old.Details.ContactType };
        }

        if (Option is not null)
        {
            await ShowAsync(Option);
        }
    }

    /// <summary>Brings the page in line with the offer and the answers; the address may have changed.</summary>
    protected abstract Task ShowAsync(InterviewOption option);

    /// <summary>
    /// Takes an answer at once and writes it into the address. The browser tells of the new address a round trip later, and
    /// the citizen may have answered more by then.
    /// </summary>
    protected void Answer(BookingAnswers answers, string address)
    {
        (Answers, _ahead) = (answers, answers);
        Navigation.NavigateTo(address, replace: true);
    }

    /// <summary>The time that the citizen has chosen, as the booking system tells of it now; null where it is not free.</summary>
    protected async Task<ChosenTime?> FindChosenTimeAsync(DateTimeOffset start)
    {
        var listing = await ListAsync(start, start.AddMinutes(1));
        return listing?.Timeslots.FirstOrDefault(timeslot => timeslot.Start == start) is { } timeslot
            ? new ChosenTime(timeslot, [.. listing.Supervisors.Where(worker => timeslot.SupervisorIds.Contains(worker.Id)).Select(worker => worker.Supervisor)])
            : null;
    }

    /// <summary>The offer's free times in an interval, of one contact form and one caseworker where given; empty where none is.</summary>
    protected async Task<IReadOnlyList<BookingTimeslot>> ListTimesAsync(DateTimeOffset from, DateTimeOffset to, int? contactType, string? supervisor) =>
        (await ListAsync(from, to, contactType, supervisor))?.Timeslots ?? [];

    /// <summary>The caseworker wished for; null for nobody in particular.</summary>
    protected static Supervisor? SupervisorOf(InterviewOption option, int? number) =>
        number is { } wished and > BookingAnswers.AnyCaseWorker && wished <= option.Supervisors.Count ? option.Supervisors[wished - 1] : null;

    private async Task<TimeslotListing?> ListAsync(DateTimeOffset from, DateTimeOffset to, int? contactType = null, string? supervisor = null) => IsMoving
        ? (await AskAsync(citizen => Rebooking.ListAsync(citizen, Old!, from, to, contactType, supervisor, Leaving), none: Errors.NoFreeTimes))?.Listing
        : await AskAsync(
            citizen => GetTimeslots.ExecuteAsync(new GetSelfbookTimeslotsRequest(citizen, OptionId, from, to, contactType, supervisor), Leaving),
            none: Errors.NoFreeTimes);

    private async Task<InterviewOption?> FindOfferOfAsync(Guid bookingId)
    {
        Old = await AskAsync(citizen => GetBooking.ExecuteAsync(new GetBookingRequest(citizen, bookingId), Leaving));
        if (Old is null || !Old.MayBeMoved(Moment.Read(Clock)))
        {
            return null;
        }

        OptionId = Old.OptionId!.Value;
        return await AskAsync(citizen => Rebooking.FindAsync(citizen, Old, Leaving));
    }

    private async Task<InterviewOption?> FindOptionAsync()
    {
        var options = await AskAsync(citizen => GetOptions.ExecuteAsync(new GetSelfbookInterviewOptionsRequest(citizen), Leaving));
        var option = options?.Options.FirstOrDefault(candidate => candidate.Id == OptionId);
        if (options is not null && option is null)
        {
            // What GetSelvbookingMoedetider answers about an offer that is unknown, closed or not this citizen's.
            Fault = Faults.Refused([Errors.NotThisCitizens]);
        }

        return option;
    }
}

/// <summary>A free time and the caseworkers who are free then.</summary>
public sealed record ChosenTime(BookingTimeslot Timeslot, IReadOnlyList<Supervisor> FreeSupervisors);
