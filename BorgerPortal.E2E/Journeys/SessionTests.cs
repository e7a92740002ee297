using System.Text.RegularExpressions;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>The end of a session: the warning, staying, and being logged off in every tab.</summary>
public sealed partial class SessionTests(BrowserFixture browser) : JourneyTest(browser)
{
    private const string Warning = "session-advarsel";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public async Task Warning_FiveMinutesBefore_HasTheFocusIsAccessibleAndEscapeStays()
    {
        var anna = await LoggedInAsync();
        await PassAsync(anna, minutes: 25);

        await Expect(anna.Handle(Warning)).ToBeVisibleAsync();
        await Expect(anna.Handle("session-forbliv")).ToBeFocusedAsync();
        await Expect(anna.Page.Locator("#session-text")).ToHaveTextAsync("Du bliver logget af om 5 minutter.");
        await anna.SeesLivePageAsync("Min side");

        await PressAndBeHeardAsync(anna, "Escape");

        await Expect(anna.Handle(Warning)).ToBeHiddenAsync();
        Assert.Equal(_clock.GetUtcNow(), (await ReadAsync()).UsedAt);
        await PassAsync(anna, minutes: 24);
        await Expect(anna.Handle(Warning)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Warning_KeyboardAlone_StaysWithinItAndLogsOff()
    {
        var anna = await LoggedInAsync();
        await PassAsync(anna, minutes: 25);
        await Expect(anna.Handle("session-forbliv")).ToBeFocusedAsync();

        await anna.Page.Keyboard.PressAsync("Tab");
        await Expect(anna.Handle("session-log-af")).ToBeFocusedAsync();
        await anna.Page.Keyboard.PressAsync("Enter");

        await anna.SeesPageAsync("Du er logget af");
        await Expect(anna.Page.GetByText("Det, du har booket, er gemt.")).ToBeVisibleAsync();
        Assert.Equal(SessionEnd.LoggedOff, (await ReadAsync()).EndReason);
    }

    [Fact]
    public async Task Warning_StayInOneTab_ClosesItInTheOthers()
    {
        var anna = await LoggedInAsync();
        var other = await anna.OpenTabAsync();
        await other.OpenAsync("/moeder");
        await other.SeesLivePageAsync("Mine møder");
        await PassAsync(anna, minutes: 26);
        await PassAsync(other, minutes: 0);
        await Expect(other.Handle(Warning)).ToBeVisibleAsync();

        await anna.Handle("session-forbliv").ClickAsync();

        await Expect(anna.Handle(Warning)).ToBeHiddenAsync();
        await Expect(other.Handle(Warning)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Warning_PageWithoutACircuit_OpensByItselfAndCountsDown()
    {
        var anna = await LoggedInAsync(width: 360);
        await anna.Page.Clock.InstallAsync();
        await anna.OpenAsync("/was");
        await Expect(anna.Page.Locator("h1")).ToHaveTextAsync("Tilgængelighed");
        _clock.Advance(TimeSpan.FromMinutes(25));

        await anna.Page.Clock.FastForwardAsync("25:00");
        await Expect(anna.Handle(Warning)).ToBeVisibleAsync();
        await anna.Page.Clock.RunForAsync("04:25");

        await Expect(anna.Page.Locator("#session-text")).ToHaveTextAsync("Du bliver logget af om 40 sekunder.");
        await anna.SeesPageAsync("Tilgængelighed");
        _clock.Advance(TimeSpan.FromMinutes(5));
        await anna.Page.Clock.RunForAsync("00:45");
        await Expect(anna.Page).ToHaveURLAsync(LoggedOffFor("inaktiv"));
    }

    [Fact]
    public async Task Warning_InEnglish_IsInEnglish()
    {
        var anna = await LoggedInAsync();
        await anna.Handle("sprog-en").ClickAsync();
        await anna.SeesLivePageAsync("My page");
        await PassAsync(anna, minutes: 25);

        await Expect(anna.Page.Locator("#session-text")).ToHaveTextAsync("You will be logged off in 5 minutes.");
        await Expect(anna.Handle("session-forbliv")).ToHaveTextAsync("Stay logged in");
    }

    [Fact]
    public async Task Warning_LongestTimeIsNear_SaysThatItCannotBeProlonged()
    {
        var anna = await LoggedInAsync();
        for (var uses = 0; uses < 19; uses++)
        {
            _clock.Advance(TimeSpan.FromMinutes(25));
            await UseAsync();
        }

        await PassAsync(anna, minutes: 1);
        await Expect(anna.Handle("session-luk")).ToBeFocusedAsync();
        await Expect(anna.Handle("session-forbliv")).ToBeHiddenAsync();
        await anna.SeesLivePageAsync("Min side");

        await anna.Handle("session-luk").ClickAsync();
        await PassAsync(anna, minutes: 1);
        await Expect(anna.Handle(Warning)).ToBeHiddenAsync();
        _clock.Advance(TimeSpan.FromMinutes(3));
        await Expect(anna.Page).ToHaveURLAsync(LoggedOffFor("tid"));
    }

    [Fact]
    public async Task Idle_HalfAnHour_IsToldWhyAndComesBackToTheSameStep()
    {
        var anna = await LoggedInAsync();
        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.SeesLivePageAsync("Vælg tid");
        await anna.Handle("tid-2027-03-08T10:00").CheckAsync();
        await Expect(anna.Page.Locator(".step-bar [role=status]")).ToContainTextAsync("10.00");
        var step = anna.Page.Url;

        _clock.Advance(TimeSpan.FromMinutes(31));

        await Expect(anna.Page).ToHaveURLAsync(LoggedOffFor("inaktiv"));
        await anna.SeesPageAsync("Du er logget af");
        await anna.Handle("log-ind-igen").ClickAsync();
        await anna.Handle("demo-personnummer").FillAsync(People.Anna);
        await anna.Handle("demo-log-ind").ClickAsync();
        await anna.SeesLivePageAsync("Vælg tid");
        Assert.Equal(step, anna.Page.Url);
        await Expect(anna.Handle("tid-2027-03-08T10:00")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Idle_AKeyIsPressedMeanwhile_IsAUse()
    {
        var anna = await LoggedInAsync();
        _clock.Advance(TimeSpan.FromMinutes(20));

        await PressAndBeHeardAsync(anna, "Tab");

        Assert.Equal(_clock.GetUtcNow(), (await ReadAsync()).UsedAt);
    }

    [Fact]
    public async Task LogOff_InOneTab_LeavesNoOtherTabOpen()
    {
        var anna = await LoggedInAsync();
        var other = await anna.OpenTabAsync();
        await other.OpenAsync("/moeder");
        await other.SeesLivePageAsync("Mine møder");

        await anna.Handle("log-af").ClickAsync();

        await anna.SeesPageAsync("Du er logget af");
        await other.SeesPageAsync("Du er logget af");
    }

    /// <summary>The tab is not told, and nobody touches it: the server looks by itself.</summary>
    [Fact]
    public async Task End_NobodyTellsTheTab_LeavesItWithinAMinute()
    {
        var anna = await LoggedInAsync();
        await EndAsync();

        _clock.Advance(TimeSpan.FromSeconds(59));

        await Expect(anna.Page).Not.ToHaveURLAsync(MyPage());
    }

    [Fact]
    public async Task Act_SessionHasEnded_DoesNothing()
    {
        var anna = await LoggedInAsync();
        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.ChooseTimeAsync("2027-03-08T09:00", contactType: 1);
        await anna.ChooseCaseWorkerAsync(1);
        await anna.SeesLivePageAsync("Tjek dine svar");
        await EndAsync();

        await anna.Handle("book").ClickAsync();

        await Expect(anna.Page.Locator("h1")).Not.ToHaveTextAsync("Tjek dine svar");
        Assert.Empty(await Portal.ReadAsync(context => context.Bookings.Where(booking => booking.State == BookingState.Active).ToListAsync()));
    }

    [Fact]
    public async Task LogIn_AsSomebodyElseInAnotherTab_ShowsTheFirstOnesPageNoMore()
    {
        var anna = await LoggedInAsync();
        await Expect(anna.Page.Locator(".header-name")).ToHaveTextAsync("Anna Berg");
        var other = await anna.OpenTabAsync();

        await other.LogInAsync(People.Bo);

        await Expect(anna.Page.Locator(".header-name")).ToHaveTextAsync("Bo Dahl");
    }

    private async Task<Visitor> LoggedInAsync(int width = 1280)
    {
        var anna = await ComesAsync(width);
        await anna.LogInAsync(People.Anna);
        return anna;
    }

    /// <summary>Time passes while nobody looks at the tab; then somebody does.</summary>
    private async Task PassAsync(Visitor visitor, int minutes)
    {
        _clock.Advance(TimeSpan.FromMinutes(minutes));
        await visitor.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
    }

    /// <summary>Presses a key; when this is done, the server has answered that it knows of the use.</summary>
    private static async Task PressAndBeHeardAsync(Visitor visitor, string key) => await visitor.Page.RunAndWaitForResponseAsync(
        () => visitor.Page.Keyboard.PressAsync(key), response => response.Request.Method == "POST" && response.Url.EndsWith("/session", StringComparison.Ordinal));

    private Task<LogInSession> ReadAsync() => Portal.ReadAsync(context => context.LogInSessions.AsNoTracking().SingleAsync());

    private async Task EndAsync() => await Portal.Services.GetRequiredService<LogInSessions>().EndAsync((await ReadAsync()).IdHash, SessionEnd.LoggedOff);

    private async Task UseAsync()
    {
        var sessions = Portal.Services.GetRequiredService<LogInSessions>();
        await sessions.UseAsync((await sessions.FindAsync((await ReadAsync()).IdHash, TestContext.Current.CancellationToken))!);
    }

    private static Regex LoggedOffFor(string reason) => new($"/logget-af\\?grund={reason}&retur=", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex("/min-side$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MyPage();
}
