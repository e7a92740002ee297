using BorgerPortal.Domain;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using Microsoft.AspNetCore.Components;

namespace BorgerPortal.Web.Journeys.Book;

public sealed partial class Confirm
{
    private static readonly TimeSpan Near = TimeSpan.FromDays(7);

    private IReadOnlyList<DateTimeOffset> _nearest = [];
    private BookingTimeslot? _timeslot;
    private BookingAnswers? _shown;
    private bool _isChanged;
    private bool _isImmediate;
    private bool _focusHeading;
    private StepHeading? _heading;

    private GetCitizenStatus GetStatus => View.Get<GetCitizenStatus>();

    private CreateBooking CreateBooking => View.Get<CreateBooking>();

    private RescheduleBooking RescheduleBooking => View.Get<RescheduleBooking>();

    [Inject]
    public required PersonnummerVault Vault { get; set; }

    [Inject]
    public required IdSource Ids { get; set; }

    protected override string Ending => "/bekraeft";

    private bool HasCaseWorkerStep => Option?.AllowChoiceOfSupervisor ?? true;

    /// <summary>Somebody else was quicker.</summary>
    private bool IsLost => Fault is { } fault && (fault.Has(Errors.TimeNoLongerAvailable) || fault.Has(Errors.BookingAlreadyTaken));

    private string Previous => HasCaseWorkerStep
        ? To.ChooseCaseWorker(Answers with { Attempt = null })
        : To.ChooseTime(Answers with { Attempt = null });

    protected override async Task ShowAsync(InterviewOption option)
    {
        if (Answers.Time is not { } time || Answers.ContactType is null)
        {
            Navigation.NavigateTo(To.ChooseTime(Answers), replace: true);
            return;
        }

        if (option.AllowChoiceOfSupervisor && Answers.CaseWorker is null)
        {
            Navigation.NavigateTo(To.ChooseCaseWorker(Answers), replace: true);
            return;
        }

        if (Answers.Attempt is null)
        {
            BeginAttempt();
            return;
        }

        // A new attempt at the same answers leaves what the last one was told on the page.
        if (_shown == Answers with { Attempt = null })
        {
            return;
        }

        // Another of the nearest times was chosen: the link that had the focus is gone.
        _focusHeading = _shown is not null;
        _shown = Answers with { Attempt = null };
        (Fault, _nearest, _isChanged) = (null, [], false);

        // Whether the time is still free is for the booking to say: this citizen may have booked it in this very attempt.
        _timeslot = (await FindChosenTimeAsync(time))?.Timeslot;
        _isImmediate = !IsMoving && await IsImmediateAsync(option);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusHeading && _heading is not null)
        {
            _focusHeading = false;
            await _heading.FocusAsync();
        }
    }

    /// <summary>Whether a booking of this offer would be an immediate one, which can be neither moved nor cancelled.</summary>
    private async Task<bool> IsImmediateAsync(InterviewOption option)
    {
        var today = Moment.Read(Clock).Today;
        var status = await AskAsync(citizen => GetStatus.ExecuteAsync(new GetCitizenStatusRequest(citizen), Leaving));
        return status is { ImmediateBookingRequired: true }
            && status.Deadlines.Any(deadline => deadline.InterviewType == option.InterviewType && deadline.BookBy < today);
    }

    private async Task BookAsync()
    {
        if (Answers.Attempt is not { } attempt)
        {
            return;
        }

        (Fault, _nearest, _isChanged) = (null, [], false);
        try
        {
            if (await (IsMoving ? MoveAsync(attempt) : BookNewAsync(attempt)) is { } address)
            {
                Navigation.NavigateTo(address);
            }
            else if (Fault is { Errors: [{ Code: var code }, ..] } && IsFinal(code))
            {
                await FindNearestAsync();
                BeginAttempt();
            }
        }
        catch (RequestIdReusedException)
        {
            // The answers in the address were changed under an attempt that has had its answer.
            _isChanged = true;
            BeginAttempt();
        }
    }

    /// <returns>Where it leads; null where it was refused.</returns>
    private async Task<string?> BookNewAsync(Guid attempt)
    {
        var made = await AskAsync(citizen =>
        {
            var request = new CreateBookingRequest(
                citizen, OptionId, Answers.Time, Answers.ContactType, SupervisorOf(Option!, Answers.CaseWorker)?.Identifier);
            return CreateBooking.ExecuteAsync(request, BookingAttempt.CallerOf(request, attempt, Vault), CancellationToken.None);
        });
        return made is null ? null : made.PendingSince is null ? Urls.Receipt(made.BookingId) : Urls.Waiting(made.BookingId);
    }

    private async Task<string?> MoveAsync(Guid attempt)
    {
        var moved = await AskAsync(citizen =>
        {
            var request = new RescheduleBookingRequest(
                citizen, BookingId, Answers.Time, Answers.ContactType, SupervisorOf(Option!, Answers.CaseWorker)?.Identifier);
            return RescheduleBooking.ExecuteAsync(request, BookingAttempt.CallerOf(request, attempt, Vault), CancellationToken.None);
        });
        return moved is null ? null : moved.PendingSince is null ? Urls.Receipt(moved.BookingId, ReceiptOf.Moved) : Urls.Waiting(moved.BookingId, ReceiptOf.Moved);
    }

    private void BeginAttempt() => Navigation.NavigateTo(To.Confirm(Answers with { Attempt = Ids.Next() }), replace: true);

    // Nothing was booked and nothing will be. Otherwise the same attempt is tried again.
    private static bool IsFinal(ErrorCode code) => code.Kind is not (ErrorKind.Unavailable or ErrorKind.BadGateway);

    /// <summary>Somebody else was quicker: the free times nearest to the one that is gone, for the same other answers.</summary>
    private async Task FindNearestAsync()
    {
        if (Fault is not { } lost || !IsLost || Answers.Time is not { } time)
        {
            return;
        }

        var now = Clock.GetUtcNow();
        var times = await ListTimesAsync(
            time - Near > now ? time - Near : now, time > now ? time + Near : now + Near, Answers.ContactType, SupervisorOf(Option!, Answers.CaseWorker)?.Identifier);
        Fault = lost;
        _nearest = [.. times.Select(timeslot => timeslot.Start).OrderBy(start => (start - time).Duration()).Take(4).Order()];
    }
}
