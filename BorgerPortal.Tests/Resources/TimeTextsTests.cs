using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace BorgerPortal.Tests.Resources;

public sealed class TimeTextsTests
{
    private static readonly DateTimeOffset Instant = World.Danish(2027, 3, 8, 9, 5);

    private readonly IStringLocalizer<Texts> _texts =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Texts>>();

    [Fact]
    [PageLanguage]
    public void DayAndClock_Danish_ReadsAsADaneWritesIt()
    {
        Assert.Equal("mandag den 8. marts kl. 09.05", _texts.DayAndClock(Instant));
        Assert.Equal("mandag den 8. marts 2027 kl. 09.05", _texts.DayYearAndClock(Instant));
    }

    [Fact]
    [PageLanguage("en-GB")]
    public void DayAndClock_English_ReadsAsABritonWritesIt()
    {
        Assert.Equal("Monday 8 March at 09:05", _texts.DayAndClock(Instant));
        Assert.Equal("Monday 8 March 2027 at 09:05", _texts.DayYearAndClock(Instant));
    }

    [Theory]
    [PageLanguage]
    [InlineData("2026-10-25T00:30:00Z", "kl. 02.30 (sommertid)")]
    [InlineData("2026-10-25T01:30:00Z", "kl. 02.30 (vintertid)")]
    [InlineData("2026-10-25T02:30:00Z", "kl. 03.30")]
    public void Clock_ShownTwice_SaysWhich(string instant, string text) =>
        Assert.Equal(text, _texts.Clock(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));
}
