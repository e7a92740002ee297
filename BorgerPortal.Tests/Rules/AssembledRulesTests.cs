using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;
using CsCheck;
using Xunit;

namespace BorgerPortal.Tests.Rules;

/// <summary>The rules on an assembled booking, as properties of any booking that a planner could send.</summary>
public sealed class AssembledRulesTests
{
    private static readonly Moment Now = Moment.At(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));

    private static readonly Gen<DateTimeOffset> Instants = Gen.Int[-4000, 8000].Select(minutes => Now.Now.AddMinutes(minutes));

    private static readonly Gen<DateTimeOffset?> MaybeInstants =
        Gen.Bool.Select(Instants, (isThere, instant) => isThere ? instant : (DateTimeOffset?)null);

    private static readonly Gen<BookingDetails> AnyDetails =
        from start in Instants
        from end in MaybeInstants
        from duration in Gen.Bool.Select(Gen.Int[-10, 3000], (isThere, minutes) => isThere ? minutes : (int?)null)
        from rebooking in Gen.Bool
        from rebookingDeadline in MaybeInstants
        from cancellation in Gen.Bool
        from cancellationDeadline in MaybeInstants
        from type in OneOf(4, 7, 12, 17, 18)
        from contact in Gen.Int[1, 7]
        from calls in OneOf<bool?>(null, true, false)
        from phone in OneOf(null, "", "12345678")
        from comment in OneOf(null, "", "1 < 2", "<b>", "</", "a<!--")
        from hasAddress in Gen.Bool
        select new BookingDetails
        {
            OriginatorCode = 10101,
            OriginatorType = 1,
            Start = start,
            End = end,
            DurationMinutes = duration,
            InterviewType = type,
            InterviewFormType = 1,
            ContactType = contact,
            Title = "Samtale",
            RebookingPossible = rebooking,
            RebookingDeadline = rebookingDeadline,
            CancellationPossible = cancellation,
            CancellationDeadline = cancellationDeadline,
            CompulsoryAttendance = true,
            ReferenceInterview = false,
            Supervisor = new Supervisor("Mette", null, "Holm", "RID-1"),
            ShowCaseWorker = true,
            ShouldCitizenCall = calls,
            PhoneNumber = phone,
            PrintComment = comment,
            Location = hasAddress ? new InterviewLocation { Address = Somewhere } : null,
        };

    private static readonly Address Somewhere = new()
    {
        StreetName = "Værkmestergade",
        StreetBuildingIdentifier = "5",
        PostCodeIdentifier = "8000",
        DistrictName = "Aarhus C",
    };

    [Fact]
    public void AssembledRules_AnyBooking_BreaksJustWhatTheTableSays() => AnyDetails.Sample(details =>
        Assert.Equal(Expected(details), AssembledRules.OfCreateBooking.Broken(new AssembledFacts(details, Now)).Select(error => error.Code.Number)));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>The table of the rules, said a second time and otherwise.</summary>
    private static IEnumerable<int> Expected(BookingDetails d)
    {
        var today = new DateTimeOffset(2027, 2, 28, 23, 0, 0, TimeSpan.Zero);
        var minutes = d.End is { } end ? (end - d.Start).TotalMinutes : d.DurationMinutes ?? 0;
        (int Code, bool Broken)[] table =
        [
            (4792, d.End < d.Start),
            (8130, d.End is null && (d.DurationMinutes ?? 0) == 0),
            (8135, minutes > 1440),
            (8126, d is { RebookingPossible: true, RebookingDeadline: null }),
            (8127, d is { CancellationPossible: false, CancellationDeadline: not null }),
            (8128, d is { CancellationPossible: true, CancellationDeadline: null }),
            (8129, d.ContactType == 1 && d.Location is null),
            (8131, d is { ShouldCitizenCall: true, PhoneNumber: null or "" }),
            (8132, d.RebookingDeadline < today),
            (8133, d.CancellationDeadline < today),
            (8134, d.RebookingDeadline > d.Start),
            (8136, d.CancellationDeadline > d.Start),
            (8270, d.InterviewType >= 17 && d.RebookingPossible),
            (4804, d.PrintComment is "<b>" or "</" or "a<!--"),
        ];
        return table.Where(rule => rule.Broken).Select(rule => rule.Code);
    }
}
