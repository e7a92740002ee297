using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Previews;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Web.Components.Shared;
using BorgerPortal.Web.Hosting;
using BorgerPortal.Web.Previews;
using BorgerPortal.Web.Security;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;

namespace BorgerPortal.Tests.Support;

/// <summary>A booking scene seen through the pages, by the citizen who has logged in.</summary>
public sealed class PageScene : IAsyncDisposable
{
    private readonly BunitAuthorizationContext _authorization;

    private PageScene(BookingScene booking)
    {
        Booking = booking;
        _authorization = Bunit.AddAuthorization();
        LogIn(booking.Citizen.Id);
    }

    public BookingScene Booking { get; }

    public BunitContext Bunit { get; } = new();

    public BunitNavigationManager Navigation => Bunit.Services.GetRequiredService<BunitNavigationManager>();

    /// <summary>The address that the page has led to, without the host.</summary>
    public string Address => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    public static async Task<PageScene> SetAsync(
        Action<PlannedOption>? option = null,
        Action<Citizen>? citizen = null,
        DateTimeOffset? now = null,
        DateTimeOffset? start = null,
        Action<IServiceCollection>? services = null)
    {
        var scene = new PageScene(await BookingScene.SetAsync(option, citizen, now, start, portal =>
        {
            portal.AddSingleton<PageFaults>();
            services?.Invoke(portal);
        }));
        var bunit = scene.Bunit;
        bunit.JSInterop.Mode = JSRuntimeMode.Loose;
        bunit.Services.AddSingleton<TimeProvider>(scene.Booking.Portal.Clock);
        bunit.Services.AddMudServices();
        bunit.Services.AddLocalization();
        bunit.Services.AddOptions<PortalOptions>();
        bunit.Services.AddDataProtection();
        bunit.Services.AddScoped<CircuitUser>();
        bunit.Services.AddSingleton<PreviewTokens>();
        bunit.Services.AddScoped(provider => new Perspective(
            scene.Booking.Portal.Services,
            () => provider.GetRequiredService<CircuitUser>().PreviewToken is { } token ? provider.GetRequiredService<PreviewTokens>().Read(token) : null,
            scene.Booking.Portal.Get<PreviewPortals>()));
        bunit.Services.AddFallbackServiceProvider(scene.Booking.Portal.Services);
        bunit.AddBunitPersistentComponentState();
        bunit.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return scene;
    }

    public void LogIn(long citizenId) => _authorization
        .SetAuthorized("Anna Berg")
        .SetPolicies(Policies.Citizen)
        .SetClaims([.. SessionUser.Of(SubjectKind.Citizen, citizenId).Claims]);

    /// <summary>A caseworker comes instead, with all roles or those that are given.</summary>
    public void LogInAsCaseWorker(long caseWorkerId, params string[] policies) => _authorization
        .SetAuthorized("Mette Holm")
        .SetPolicies(policies is [] ? [Policies.CaseWorkerReads, Policies.CaseWorkerBooks, Policies.CaseWorkerAdministers] : policies)
        .SetClaims([.. SessionUser.Of(SubjectKind.CaseWorker, caseWorkerId, TestPortal.Aarhus).Claims]);

    /// <summary>The caseworker of the scene's offer, in a session of their own, with every right.</summary>
    public async Task<SessionState> LogInCaseWorkerAsync()
    {
        var (sessions, worker) = (Booking.Portal.Get<LogInSessions>(), Booking.Worker);
        var id = await sessions.BeginAsync(SubjectKind.CaseWorker, worker.Id, worker.JobCentreCode);
        var state = (await sessions.FindAsync(id, CancellationToken.None))!;
        _authorization.SetAuthorized(worker.FullName)
            .SetPolicies(Policies.CaseWorkerReads, Policies.CaseWorkerBooks, Policies.CaseWorkerAdministers)
            .SetClaims([.. SessionUser.Of(state).Claims]);
        return state;
    }

    /// <summary>The caseworker sees the pages in a preview.</summary>
    public async Task PreviewAsync(DateTimeOffset at, long? citizenId, PreviewProfile? profile = null)
    {
        var caseWorker = SessionUser.Of(await LogInCaseWorkerAsync());
        var ticket = new PreviewTicket(Convert.ToHexStringLower(caseWorker.SessionHash()!), caseWorker.Desk()!, at, "Anna Berg", citizenId, profile);
        var user = PreviewUser.Of(caseWorker, Bunit.Services.GetRequiredService<PreviewTokens>().Write(ticket), ticket);
        Bunit.Services.GetRequiredService<CircuitUser>().SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        _authorization.SetAuthorized("Anna Berg").SetPolicies(Policies.Citizen, Policies.Preview).SetClaims([.. user.Claims]);
    }

    /// <summary>Opens a page at an address, as typed in or reloaded.</summary>
    public IRenderedComponent<TPage> Open<TPage>(string address, Action<ComponentParameterCollectionBuilder<TPage>>? parameters = null)
        where TPage : IComponent
    {
        Navigation.NavigateTo(address);
        return Bunit.Render<TPage>(parameters ?? (_ => { }));
    }

    /// <summary>Waits until the citizen has been led to the address.</summary>
    public async Task LeadsToAsync(Predicate<string> address)
    {
        var arrived = new TaskCompletionSource();
        void Look(object? sender, LocationChangedEventArgs? change)
        {
            if (address(Address))
            {
                arrived.TrySetResult();
            }
        }

        Navigation.LocationChanged += Look;
        Look(this, null);
        try
        {
            await arrived.Task.WaitAsync(PageHandles.Patience, Xunit.TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Still at {Address}");
        }
        finally
        {
            Navigation.LocationChanged -= Look;
        }
    }

    public Task LeadsToAsync(string address) => LeadsToAsync(candidate => candidate == "/" + address.TrimStart('/'));

    public async ValueTask DisposeAsync()
    {
        await Bunit.DisposeAsync();
        await Booking.DisposeAsync();
    }
}
