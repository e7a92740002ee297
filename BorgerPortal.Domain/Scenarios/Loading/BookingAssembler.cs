using System.Collections.Frozen;
using System.Globalization;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Model;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>Puts a booking's details together: what the file says, and for the rest what its offer says.</summary>
internal static class BookingAssembler
{
    /// <summary>The elements that a booking can be without although its offer has them (udeladt).</summary>
    public static readonly FrozenSet<string> MayBeLeftOut = FrozenSet.Create(
        StringComparer.Ordinal,
        "sluttidspunkt", "moedeVarighed", "moedebeskrivelse", "ombookingsfrist", "aflysningsfrist", "moedeLokation", "digitalKontakt",
        "telefonnummer", "borgerSkalRinge", "bemaerkning");

    public static BookingDetails Assemble(
        ScenarioBooking row, PlannedOption? option, string jobCentreCode, CaseWorker caseWorker, Moment moment)
    {
        var own = row.Overrides;
        var given = option is null
            ? WithoutOption(row, jobCentreCode, caseWorker)
            : SeatPlanner.Assemble(option, row.Start, row.ContactType, caseWorker, moment);
        var rebooking = Decide(
            own.RebookingPossible, own.RebookingDeadline, new Changeable(given.RebookingPossible, given.RebookingDeadline),
            option?.RebookingPossible ?? false, option?.RebookingDeadlineHours, row.Start);
        var cancellation = Decide(
            own.CancellationPossible, own.CancellationDeadline, new Changeable(given.CancellationPossible, given.CancellationDeadline),
            option?.CancellationPossible ?? false, option?.CancellationDeadlineHours, row.Start);

        var details = given with
        {
            OriginatorCode = own.OriginatorCode ?? given.OriginatorCode,
            OriginatorType = own.OriginatorType ?? given.OriginatorType,
            End = own.End ?? (own.DurationMinutes is { } minutes ? EndAfter(row.Start, minutes) : given.End),
            DurationMinutes = own.DurationMinutes ?? (own.End is { } end ? (int)(end - row.Start).TotalMinutes : given.DurationMinutes),
            InterviewType = own.InterviewType ?? given.InterviewType,
            InterviewFormType = own.InterviewFormType ?? given.InterviewFormType,
            Title = own.Title ?? given.Title,
            Description = own.Description ?? given.Description,
            RebookingPossible = rebooking.Possible,
            RebookingDeadline = rebooking.Deadline,
            CancellationPossible = cancellation.Possible,
            CancellationDeadline = cancellation.Deadline,
            CompulsoryAttendance = own.CompulsoryAttendance ?? given.CompulsoryAttendance,
            ReferenceInterview = own.ReferenceInterview ?? given.ReferenceInterview,
            Supervisor = own.Supervisor ?? given.Supervisor,
            ShowCaseWorker = own.ShowCaseWorker ?? given.ShowCaseWorker,
            Location = own.Location ?? given.Location,
            DigitalContact = own.DigitalContact ?? given.DigitalContact,
            PhoneNumber = own.PhoneNumber ?? given.PhoneNumber,
            ShouldCitizenCall = own.ShouldCitizenCall ?? given.ShouldCitizenCall,
            UnemploymentFundParticipation = own.UnemploymentFundParticipation,
            MoreAuthorities = own.MoreAuthorities,
            Participants = own.Participants,
            PrintComment = own.PrintComment ?? given.PrintComment,
        };
        return WithoutLeftOut(row.ImmediateBooking ? details.Fixed() : details, own.LeftOut);
    }

    private static BookingDetails WithoutLeftOut(BookingDetails details, IReadOnlyList<string> leftOut) => leftOut.Count == 0 ? details : details with
    {
        End = leftOut.Contains("sluttidspunkt") ? null : details.End,
        DurationMinutes = leftOut.Contains("moedeVarighed") ? null : details.DurationMinutes,
        Description = leftOut.Contains("moedebeskrivelse") ? null : details.Description,
        RebookingDeadline = leftOut.Contains("ombookingsfrist") ? null : details.RebookingDeadline,
        CancellationDeadline = leftOut.Contains("aflysningsfrist") ? null : details.CancellationDeadline,
        Location = leftOut.Contains("moedeLokation") ? null : details.Location,
        DigitalContact = leftOut.Contains("digitalKontakt") ? null : details.DigitalContact,
        PhoneNumber = leftOut.Contains("telefonnummer") ? null : details.PhoneNumber,
        ShouldCitizenCall = leftOut.Contains("borgerSkalRinge") ? null : details.ShouldCitizenCall,
        PrintComment = leftOut.Contains("bemaerkning") ? null : details.PrintComment,
    };

    /// <summary>
    /// Where the file says itself that a thing is possible, it is, with the offer's deadline though that may have passed;
    /// a deadline alone takes the place of the offer's.
    /// </summary>
    private static Changeable Decide(
        bool? possible, DateTimeOffset? deadline, Changeable given, bool optionSays, int? optionHours, DateTimeOffset start) => possible switch
        {
            false => new Changeable(false, deadline),
            true => new Changeable(true, deadline ?? given.Deadline ?? (optionHours is { } hours ? start.AddHours(-hours) : null)),
            null => deadline is null ? given : new Changeable(optionSays, deadline),
        };

    private static DateTimeOffset? EndAfter(DateTimeOffset start, int minutes) => minutes == 0 ? null : start.AddMinutes(minutes);

    /// <summary>What nobody says is false; the reader has seen to it that the rest is there.</summary>
    private static BookingDetails WithoutOption(ScenarioBooking row, string jobCentreCode, CaseWorker caseWorker) => new()
    {
        OriginatorCode = int.Parse(jobCentreCode, CultureInfo.InvariantCulture),
        OriginatorType = 1,
        Start = row.Start,
        InterviewType = row.Overrides.InterviewType!.Value,
        InterviewFormType = row.Overrides.InterviewFormType!.Value,
        ContactType = row.ContactType,
        Title = row.Overrides.Title!,
        RebookingPossible = false,
        CancellationPossible = false,
        CompulsoryAttendance = false,
        ReferenceInterview = false,
        Supervisor = caseWorker.ToSupervisor(),
        ShowCaseWorker = true,
        ShouldCitizenCall = false,
    };
}
