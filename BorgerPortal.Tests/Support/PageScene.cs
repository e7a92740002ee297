using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Web.Components.Shared;
using BorgerPortal.Web.Hosting;
using BorgerPortal.Web.Journeys.Book;
using BorgerPortal.Web.Security;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
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
            portal.AddSingleton<RebookingOffer>();
            services?.Invoke(portal);
        }));
        var bunit = scene.Bunit;
        bunit.JSInterop.Mode = JSRuntimeMode.Loose;
        bunit.Services.AddSingleton<TimeProvider>(scene.Booking.Portal.Clock);
        bunit.Services.AddMudServices();
        bunit.Services.AddLocalization();
        bunit.Services.AddOptions<PortalOptions>();
        bunit.Services.AddFallbackServiceProvider(scene.Booking.Portal.Services);
        bunit.AddBunitPersistentComponentState();
        bunit.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return scene;
    }

    public void LogIn(long citizenId) => _authorization
        .SetAuthorized("Anna Berg")
        .SetPolicies(Policies.Citizen)
        .SetClaims([.. SessionUser.Of(SubjectKind.Citizen, citizenId).Claims]);

    /// <summary>Logs the scene's caseworker in, with the right to one thing.</summary>
    public void LogInCaseWorker(string policy) => _authorization
        .SetAuthorized("Mette Holm")
        .SetPolicies(policy)
        .SetClaims([.. SessionUser.Of(SubjectKind.CaseWorker, Booking.Worker.Id, Booking.Worker.JobCentreCode).Claims]);

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

    public Task LeadsToAsync(string address) => LeadsToAsync(candidate => candidate == address);

    public async ValueTask DisposeAsync()
    {
        await Bunit.DisposeAsync();
        await Booking.DisposeAsync();
    }
}
