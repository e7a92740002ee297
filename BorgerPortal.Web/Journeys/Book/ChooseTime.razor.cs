using System.Globalization;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Time;
using BorgerPortal.Web.Components.Shared;
using BorgerPortal.Web.Components.Shared.Calendar;
using BorgerPortal.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace BorgerPortal.Web.Journeys.Book;

/// <summary>Keeps how many times each day has and the shown day's times, not the month's: an open page is to cost little.</summary>
public sealed partial class ChooseTime
{
    private static readonly TimeSpan[] Searches = [TimeSpan.FromDays(31), TimeSpan.FromDays(366)];

    private TimesWanted _wanted;
    private TimesWanted? _listed;
    private DateOnly _day;
    private DateOnly? _holdBy;
    private Dictionary<DateOnly, int> _free = [];
    private IReadOnlyList<BookingTimeslot> _times = [];
    private BookingTimeslot? _chosen;
    private IReadOnlyList<FieldError> _errors = [];
    private DayTimes? _dayTimes;
    private bool _isListed;
    private bool _isNoneAtAll;
    private DateOnly? _focusDay;

    private GetCitizenStatus GetStatus => View.Get<GetCitizenStatus>();

    private DateOnly Today => Moment.Read(Clock).Today;

    private (DateOnly First, DateOnly Last) Bounds => TimesWanted.Bounds(Option!, Today);

    private string? ChosenText => _chosen is null ? null : T["ChooseTime_Chosen", T.DayAndClock(_chosen.Start)].Value;

    private string? FreeText => !_isListed || _free.Count == 0 ? null : (_times.Count switch
    {
        0 => T["ChooseTime_NoneThatDay", T.Day(_day)],
        1 => T["ChooseTime_OneFree", T.Day(_day)],
        _ => T["ChooseTime_ManyFree", _times.Count, T.Day(_day)],
    }).Value;

    protected override async Task ShowAsync(InterviewOption option)
    {
        if (option.ContactTypes is [var only] && Answers.ContactType is null)
        {
            Answers = Answers with { ContactType = only };
        }

        _wanted = TimesWanted.For(Answers, option, Today);
        if (_listed == _wanted)
        {
            _chosen = _times.FirstOrDefault(timeslot => timeslot.Start == Answers.Time) ?? (_chosen?.Start == Answers.Time ? _chosen : null);
            return;
        }

        if (_listed is null)
        {
            await FindHoldByAsync(option);
            Show(TakeKept<TimesShown>());
        }

        _listed = _wanted;
        (Fault, _isNoneAtAll) = (null, false);
        await ListAsync(option, _wanted);
        Keep(new TimesShown(_day, _free, _times));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // A reference to times that have gone is kept: only those of the day that is waited for are there for sure.
        if (_focusDay == _day && _times.Count > 0 && _dayTimes is not null)
        {
            _focusDay = null;
            await _dayTimes.FocusAsync();
        }
    }

    /// <summary>What the prerendered page showed stands until the times have been asked for anew, so that nothing moves.</summary>
    private void Show(TimesShown? prerendered)
    {
        if (prerendered is not null)
        {
            (_day, _free, _times, _isListed) = (prerendered.Day, prerendered.Free, prerendered.Times, true);
        }
    }

    private async Task ListAsync(InterviewOption option, TimesWanted wanted)
    {
        var supervisor = SupervisorOf(option, wanted.CaseWorker)?.Identifier;
        if (!_isListed)
        {
            _day = wanted.Day ?? FirstOf(wanted.Month);
        }

        var times = await ListTimesAsync(
            DanishTime.StartOfDay(wanted.Month.First), DanishTime.StartOfDay(wanted.Month.Next.First), wanted.ContactType, supervisor);
        if (wanted != _wanted)
        {
            // Another choice has been made meanwhile, and shows itself.
            return;
        }

        _isListed = true;
        _free = times.CountBy(timeslot => timeslot.Start.DanishDate()).ToDictionary();
        _day = wanted.Day ?? (_free.Count > 0 ? _free.Keys.Min() : FirstOf(wanted.Month));
        _times = [.. times.Where(timeslot => timeslot.Start.DanishDate() == _day)];
        _chosen = Answers.Time is not { } time ? null
            : wanted.Month.Contains(time.DanishDate()) ? times.FirstOrDefault(timeslot => timeslot.Start == time)
            : (await ListTimesAsync(time, time.AddMinutes(1), wanted.ContactType, supervisor)).FirstOrDefault(timeslot => timeslot.Start == time);
    }

    private async Task FindHoldByAsync(InterviewOption option)
    {
        var status = await AskAsync(citizen => GetStatus.ExecuteAsync(new GetCitizenStatusRequest(citizen), Leaving));
        _holdBy = status?.Deadlines
            .Where(deadline => deadline.InterviewType == option.InterviewType && deadline.BookBy >= Today)
            .Min(deadline => (DateOnly?)deadline.HoldBy);
    }

    private async Task GoToNextFreeAsync()
    {
        var now = Clock.GetUtcNow();
        var from = DanishTime.StartOfDay(Bounds.First) is var first && first > now ? first : now;
        foreach (var search in Searches)
        {
            var times = await ListTimesAsync(from, from + search, Answers.ContactType, SupervisorOf(Option!, Answers.CaseWorker)?.Identifier);
            if (times is [var next, ..])
            {
                _focusDay = next.Start.DanishDate();
                Navigation.NavigateTo(To.ChooseTime(Answers with { Day = next.Start.DanishDate(), Month = null }), replace: true);
                return;
            }
        }

        _isNoneAtAll = Fault is null;
    }

    private DateOnly FirstOf(Month month) => month.First > Bounds.First ? month.First : Bounds.First;

    private string HrefOfDay(DateOnly day) => To.ChooseTime(Answers with { Day = day, Month = null });

    private string HrefOfMonth(Month month) => To.ChooseTime(Answers with { Day = null, Month = month });

    private void ChooseContactType(ChangeEventArgs change) => Replace(Answers with
    {
        ContactType = int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var type) ? type : null,
    });

    private void ChooseCaseWorker(ChangeEventArgs change) => Replace(Answers with
    {
        CaseWorker = int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > BookingAnswers.AnyCaseWorker ? number : null,
    });

    private void Choose(ChangeEventArgs change) => Replace(Answers with { Time = AddressTime.Read(change.Value as string) });

    private void Replace(BookingAnswers answers)
    {
        answers = answers with { Day = _day, Month = null };
        _chosen = _times.FirstOrDefault(timeslot => timeslot.Start == answers.Time) ?? (_chosen?.Start == answers.Time ? _chosen : null);
        Answer(answers, To.ChooseTime(answers));
    }

    private void Next()
    {
        _errors = [.. FindErrors()];
        if (_errors.Count > 0)
        {
            return;
        }

        var answers = Answers with { Day = null, Month = null, Attempt = null };
        Navigation.NavigateTo(Option!.AllowChoiceOfSupervisor ? To.ChooseCaseWorker(answers) : To.Confirm(answers));
    }

    private IEnumerable<FieldError> FindErrors()
    {
        if (!Option!.ContactTypes.Any(type => type == Answers.ContactType))
        {
            yield return new FieldError(BookingAnswers.ContactTypeKey, $"samtaleform-{Option.ContactTypes[0]}", T["ChooseTime_FormMissing"]);
        }

        if (_chosen is null)
        {
            yield return new FieldError(
                BookingAnswers.TimeKey, _times is [var first, ..] ? DayTimes.IdOf(first.Start) : "times-heading", T["ChooseTime_TimeMissing"]);
        }
    }

    private string? DescribedBy(string field) => _errors.Any(error => error.Field == field) ? FieldErrorText.IdOf(field) : null;
}

/// <summary>The times of a day, and how many each day of its month has.</summary>
public sealed record TimesShown(DateOnly Day, Dictionary<DateOnly, int> Free, IReadOnlyList<BookingTimeslot> Times);
