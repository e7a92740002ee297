using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;
using Xunit;

namespace BorgerPortal.Tests.Security;

/// <summary>An open page and the session that it belongs to.</summary>
public sealed class CircuitSessionTests : IAsyncLifetime
{
    private readonly CircuitUser _user = new();
    private TestPortal _portal = null!;
    private CircuitSession _circuit = null!;
    private byte[] _session = null!;
    private int _acts;

    private LogInSessions Sessions => _portal.Get<LogInSessions>();

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        await _portal.World.AddJobCentresAsync();
        var state = await LogInAsync();
        _session = state.Session.IdHash;
        _user.SetAuthenticationState(As(state));
        _circuit = new CircuitSession(_user, Sessions, _portal.Clock);
        await _circuit.OnCircuitOpenedAsync(null!, CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        _circuit.Dispose();
        return _portal.DisposeAsync();
    }

    [Fact]
    public async Task Act_SessionStands_IsDoneAndIsNoUse()
    {
        _portal.Clock.Advance(TimeSpan.FromMinutes(20));
        await ActAsync();

        Assert.Equal(1, _acts);
        Assert.Equal(TimeSpan.FromMinutes(10), (await Sessions.FindAsync(_session, CancellationToken.None))!.Left);
    }

    [Theory]
    [InlineData(SessionEnd.LoggedOff)]
    [InlineData(SessionEnd.Replaced)]
    public async Task Act_SessionHasEndedElsewhere_IsNotDoneAndNobodyUsesThePage(SessionEnd why)
    {
        await Sessions.EndAsync(_session, why);

        await ActAsync();

        Assert.Equal(0, _acts);
        Assert.False(await IsUsedAsync());
    }

    [Fact]
    public async Task Act_SessionIsTooOld_IsNotDone()
    {
        _portal.Clock.Advance(TimeSpan.FromMinutes(30));

        await ActAsync();

        Assert.Equal(0, _acts);
    }

    [Fact]
    public async Task Open_NobodyTouchesThePage_LearnsOfTheEndWithinAMinute()
    {
        var told = new TaskCompletionSource();
        _user.AuthenticationStateChanged += _ => told.TrySetResult();
        await Sessions.EndAsync(_session, SessionEnd.LoggedOff);

        _portal.Clock.Advance(CircuitSession.Pause);

        await told.Task.WaitAsync(PageHandles.Patience, TestContext.Current.CancellationToken);
        Assert.False(await IsUsedAsync());
        Assert.True(CircuitSession.Pause < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task ComeBack_UnderTheSameSession_GoesOn()
    {
        _user.SetAuthenticationState(As((await Sessions.FindAsync(_session, CancellationToken.None))!));

        Assert.True(await IsUsedAsync());
    }

    [Fact]
    public async Task ComeBack_UnderAnotherSession_IsNobodys()
    {
        _user.SetAuthenticationState(As(await LogInAsync()));

        Assert.False(await IsUsedAsync());
        _user.SetAuthenticationState(As((await Sessions.FindAsync(_session, CancellationToken.None))!));
        Assert.False(await IsUsedAsync());
    }

    [Fact]
    public async Task Act_RoleWasTakenAwayMeanwhile_IsDoneWithoutIt()
    {
        var worker = await _portal.World.AddCaseWorkerAsync("RID-1");
        var id = await Sessions.BeginAsync(SubjectKind.CaseWorker, worker.Id, worker.JobCentreCode);
        var user = new CircuitUser();
        user.SetAuthenticationState(As((await Sessions.FindAsync(id, CancellationToken.None))!));
        using var circuit = new CircuitSession(user, Sessions, _portal.Clock);
        await _portal.SaveAsync(context => context.CaseWorkers.Single().Roles = [CaseWorkerRoles.Reads]);

        var roles = new List<bool>();
        await circuit.CreateInboundActivityHandler(async _ =>
        {
            var now = (await user.GetAuthenticationStateAsync()).User;
            roles.AddRange(CaseWorkerRoles.All.Select(now.IsInRole));
        })(null!);

        Assert.Equal([true, false, false], roles);
    }

    private Task ActAsync() => _circuit.CreateInboundActivityHandler(_ =>
    {
        _acts++;
        return Task.CompletedTask;
    })(null!);

    private async Task<bool> IsUsedAsync() => (await _user.GetAuthenticationStateAsync()).User.CitizenId() is not null;

    private async Task<SessionState> LogInAsync()
    {
        var id = await Sessions.BeginAsync(SubjectKind.Citizen, (await _portal.World.AddCitizenAsync()).Id);
        return (await Sessions.FindAsync(id, CancellationToken.None))!;
    }

    private static Task<AuthenticationState> As(SessionState state) => Task.FromResult(new AuthenticationState(SessionUser.Of(state)));
}
