using System.Globalization;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Time;
using BorgerPortal.Web.Components.Shared;
using BorgerPortal.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace BorgerPortal.Web.Journeys.Book;

public sealed partial class ChooseTime
{
    private TimeWindow _window;
    private TimeWindow? _listed;
    private IReadOnlyList<BookingTimeslot> _timeslots = [];
    private IReadOnlyList<FieldError> _errors = [];

    [Inject]
    public required TimeProvider Clock { get; set; }

    private DateOnly Today => Moment.Read(Clock).Today;

    /// <summary>The times that can be held in the chosen way; all of them until one is chosen.</summary>
    private IEnumerable<BookingTimeslot> Shown =>
        _timeslots.Where(timeslot => Answers.ContactType is not { } type || timeslot.ContactTypes.Contains(type));

    private string? ChosenText => Shown.FirstOrDefault(timeslot => timeslot.Start == Answers.Time) is { } chosen
        ? T["ChooseTime_Chosen", T.DayAndClock(chosen.Start)].Value
        : null;

    protected override async Task ShowAsync(InterviewOption option)
    {
        if (option.ContactTypes is [var only] && Answers.ContactType is null)
        {
            Answers = Answers with { ContactType = only };
        }

        _window = TimeWindow.For(Answers, option, Today);
        if (_listed == _window)
        {
            return;
        }

        _listed = _window;
        Fault = null;
        var listing = await AskAsync(citizen => GetTimeslots.ExecuteAsync(
            new GetSelfbookTimeslotsRequest(citizen, OptionId, _window.Start, _window.End), Leaving));
        _timeslots = listing?.Timeslots ?? [];
    }

    private void ChooseContactType(ChangeEventArgs change) => Replace(Answers with
    {
        ContactType = int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var type) ? type : null,
    });

    private void Choose(ChangeEventArgs change) => Replace(Answers with { Time = AddressTime.Read(change.Value as string) });

    private void Replace(BookingAnswers answers)
    {
        // What is shown stays put while the citizen chooses.
        Navigation.NavigateTo(Urls.ChooseTime(OptionId, answers, _window.From), replace: true);
    }

    private void Next()
    {
        _errors = [.. FindErrors()];
        if (_errors.Count > 0)
        {
            return;
        }

        var answers = Answers with { From = null, Attempt = null };
        Navigation.NavigateTo(Option!.AllowChoiceOfSupervisor ? Urls.ChooseCaseWorker(OptionId, answers) : Urls.Confirm(OptionId, answers));
    }

    private IEnumerable<FieldError> FindErrors()
    {
        if (!Option!.ContactTypes.Any(type => type == Answers.ContactType))
        {
            yield return new FieldError(BookingAnswers.ContactTypeKey, $"samtaleform-{Option.ContactTypes[0]}", T["ChooseTime_FormMissing"]);
        }

        if (!Shown.Any(timeslot => timeslot.Start == Answers.Time))
        {
            var first = Shown.FirstOrDefault();
            yield return new FieldError(
                BookingAnswers.TimeKey, first is null ? "times-heading" : TimeRadio.IdOf(first.Start), T["ChooseTime_TimeMissing"]);
        }
    }

    private string? DescribedBy(string field) => _errors.Any(error => error.Field == field) ? FieldErrorText.IdOf(field) : null;
}
