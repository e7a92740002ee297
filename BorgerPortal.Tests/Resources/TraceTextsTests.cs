using System.Globalization;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Tracing;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Tracing;
using BorgerPortal.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace BorgerPortal.Tests.Resources;

/// <summary>A caseworker reads every rule, value and advice in both languages.</summary>
public sealed class TraceTextsTests
{
    /// <summary>Every line that a trace can have.</summary>
    private static readonly IReadOnlyList<TraceLine> Lines =
    [
        .. TraceLine.Of(TracePart.Gate, BookingGates.BeforePlanner, new VerdictLog()),
        .. TraceLine.Of(TracePart.Gate, BookingGates.OfPlanner, new VerdictLog()),
        .. TraceLine.Of(TracePart.Offer, OptionRules.All, new VerdictLog()),
        .. TraceLine.Of(TracePart.Rule, BookingRules.All, new VerdictLog()),
        .. TraceLine.Of(TracePart.Seat, SeatRules.BeforePlanner, new VerdictLog()),
        .. TraceLine.Of(TracePart.Seat, SeatRules.OfPlanner, new VerdictLog()),
        .. TraceLine.Of(TracePart.Assembled, AssembledRules.OfCreateBooking, new VerdictLog()),
    ];

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public void EveryLine_InBothLanguages_SaysWhatItDemandsAndHowToMendIt(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Assert.All(Lines, line =>
        {
            Assert.EndsWith(".", TraceTexts.Rule(line), StringComparison.Ordinal);
            Assert.EndsWith(".", TraceTexts.Mend(line), StringComparison.Ordinal);
        });
        Assert.Equal(Lines.Count, Lines.Select(TraceTexts.Rule).Distinct().Count());
    }

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public async Task EveryValue_InBothLanguages_IsNamedAndWritten(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var texts = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Texts>>();
        await using var portal = await TestPortal.StartAsync();
        var town = await AnyTown.BuildAsync(portal, seed: 13);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < 300; number++)
        {
            var trace = await portal.Get<RuleTracer>().TraceAsync(town.AnyRequest(), TestContext.Current.CancellationToken);
            foreach (var (name, value) in trace.Lines.SelectMany(line => line.Verdict.Because))
            {
                names.Add(name);
                Assert.NotEmpty(TraceTexts.NameOf(name));
                Assert.DoesNotContain("System.", TraceTexts.Write(texts, name, value), StringComparison.Ordinal);
            }
        }

        Assert.InRange(names.Count, 35, 100);
        Assert.All(Enum.GetValues<SelfBookingHindrance>(), hindrance => Assert.NotEmpty(TraceTexts.Write(texts, "hindring", hindrance)));
        Assert.All(Enum.GetValues<SupervisorStanding>(), standing => Assert.NotEmpty(TraceTexts.Write(texts, "sagsbehandler", standing)));
    }
}
