namespace BorgerPortal.Web.Journeys.Book;

/// <summary>The addresses of the steps, of a new booking from an offer or of one that is moved.</summary>
/// <param name="OptionId">The offer.</param>
/// <param name="Moving">The booking that is moved; null for a new one.</param>
public readonly record struct StepUrls(Guid OptionId, Guid? Moving)
{
    /// <summary>Where the step before the first of these leads.</summary>
    public string Start => Moving is { } booking ? Urls.Meeting(booking) : Urls.ChooseMeeting;

    public string ChooseTime(BookingAnswers answers) => Moving is { } booking ? Urls.Rebook(booking, answers) : Urls.ChooseTime(OptionId, answers);

    public string ChooseCaseWorker(BookingAnswers answers) =>
        Moving is { } booking ? Urls.RebookCaseWorker(booking, answers) : Urls.ChooseCaseWorker(OptionId, answers);

    public string Confirm(BookingAnswers answers) => Moving is { } booking ? Urls.RebookConfirm(booking, answers) : Urls.Confirm(OptionId, answers);
}
