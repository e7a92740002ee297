using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Tracing;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Tracing;

/// <summary>
/// The trace says what the operations do, for whoever asks whatever of whichever offer; and a trace that left a rule out
/// would be found out.
/// </summary>
public abstract class TraceAgreementTests
{
    private readonly int _cases;

    protected TraceAgreementTests(int cases) => _cases = cases;

    public sealed class OnSqlite() : TraceAgreementTests(cases: 4_000);

    public sealed class OnPostgreSql() : TraceAgreementTests(cases: 1_200);

    /// <summary>Codes of CreateBooking that the embedded planner can bring, and that cases enough must come upon.</summary>
    private static readonly int[] Reached =
    [
        1014, 8111, 4405, 9018, 8108, 4709, 4805, 4708, 4822, 9003, 4783, 8109, 9121, 8273, 9220, 8288, 4819,
        4792, 8130, 8135, 8126, 8127, 8128, 8129, 8131, 8132, 8133, 8134, 8136, 8270, 4804,
    ];

    private static readonly string[] Aspects = ["aktiv", "gyldigFra", "gyldigTil", "kontaktgruppe", "navngivne"];

    [Fact]
    public async Task RuleTrace_AnyRequest_BreaksWhatCreateBookingAnswers()
    {
        await using var portal = await TestPortal.StartAsync();
        var cases = await RunAsync(portal, await AnyTown.BuildAsync(portal, seed: 7), _cases);

        Assert.Empty(Disagreements(cases, leftOut: null));
        Assert.InRange(cases.Count(trial => trial.Trace.WouldBook), cases.Count / 50, cases.Count);

        // The sabotage: without any one rule the trace would be wrong somewhere.
        Assert.DoesNotContain(Reached, code => Disagreements(cases, code).Count == 0);
    }

    [Fact]
    public async Task OfferTrace_AnyCitizen_SeesWhatGetSelvbookingMoedetilbudAnswers()
    {
        await using var portal = await TestPortal.StartAsync();
        var town = await AnyTown.BuildAsync(portal, seed: 11);
        var missed = Aspects.ToHashSet(StringComparer.Ordinal);
        foreach (var citizen in town.References)
        {
            var trace = await portal.Get<OfferTracer>().TraceAsync(citizen, TestContext.Current.CancellationToken);
            var seen = await SeenAsync(portal, citizen);
            Assert.Equal(seen, trace.Offers.Where(offer => offer.IsSeen).Select(offer => offer.OptionId));
            Assert.All(trace.Offers, offer => Assert.True(
                offer.IsSeen || trace.Gates.Any(line => line.IsBroken) || offer.Lines.Any(line => line.IsBroken), "An offer is hidden, and nothing says why."));

            // The sabotage: without any one reason the trace would show somebody an offer that is not theirs.
            missed.RemoveWhere(aspect => !seen.SequenceEqual(SeenWithout(trace, aspect)));
        }

        Assert.Empty(missed);
    }

    private static async Task<List<Trial>> RunAsync(TestPortal portal, AnyTown town, int count)
    {
        var cases = new List<Trial>();
        var token = TestContext.Current.CancellationToken;
        for (var number = 0; number < count; number++)
        {
            var request = town.AnyRequest();
            var trace = await portal.Get<RuleTracer>().TraceAsync(request, token);
            var result = await portal.Get<CreateBooking>().ExecuteAsync(request, Caller.Citizen, token);
            cases.Add(new Trial(trace, result.Errors));

            // Seats come back, so that there is something to book until the end; and the day goes on.
            if (!result.IsError && town.Often(60))
            {
                await portal.Get<CancelBooking>().ExecuteAsync(new(request.Citizen, result.Value.BookingId), Caller.Citizen, token);
            }

            portal.Clock.Advance(TimeSpan.FromSeconds(number % 100 == 0 ? 50 : 0));
        }

        return cases;
    }

    /// <param name="cases">Each trace with what CreateBooking answered.</param>
    /// <param name="leftOut">A code of which the trace is to know nothing.</param>
    private static List<string> Disagreements(List<Trial> cases, int? leftOut) =>
    [
        .. from trial in cases
           let told = trial.Trace.Lines.Where(line => line.IsBroken && line.Code.Number != leftOut).Select(line => line.Code.Number).Distinct().ToList()
           let answered = trial.Errors.Select(error => error.Code.Number).Distinct().ToList()
           where !told.SequenceEqual(answered) || (leftOut is null && !trial.Trace.Errors.SequenceEqual(trial.Errors))
           select $"the trace breaks {string.Join(" ", told)}, CreateBooking answers {string.Join(" ", answered)}",
    ];

    private static async Task<IReadOnlyList<Guid>> SeenAsync(TestPortal portal, CitizenReference citizen)
    {
        var answer = await portal.Get<GetSelfbookInterviewOptions>().ExecuteAsync(new(citizen), TestContext.Current.CancellationToken);
        return answer.IsError ? [] : [.. answer.Value.Options.Select(option => option.Id)];
    }

    private static IEnumerable<Guid> SeenWithout(OfferTraces traces, string aspect) => traces.Gates.Any(line => line.IsBroken)
        ? []
        : traces.Offers.Where(offer => !offer.Lines.Any(line => line.IsBroken && line.Aspect != aspect)).Select(offer => offer.OptionId);

    private sealed record Trial(RuleTrace Trace, IReadOnlyList<Error> Errors);
}
