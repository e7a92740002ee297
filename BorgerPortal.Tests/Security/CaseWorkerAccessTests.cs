using System.Globalization;
using System.Net;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Api;
using BorgerPortal.Tests.Journeys.LogIn;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static BorgerPortal.Tests.Journeys.LogIn.Visitor;

namespace BorgerPortal.Tests.Security;

/// <summary>
/// Every page of the caseworkers with nobody, a citizen, each role and another jobcentre, and every page of the citizens
/// with a caseworker. The addresses are the program's own, so a new one must be tried too.
/// </summary>
public sealed class CaseWorkerAccessTests : IAsyncLifetime
{
    private const string Root = "/sagsbehandler";

    /// <summary>The page that is there in previews alone.</summary>
    private const string OfPreviews = "/regler";

    /// <summary>Each with the role that it asks for, and what it shows of a jobcentre to its own caseworkers and to no others.</summary>
    private static readonly Dictionary<string, (string Role, string Own)> Pages = new(StringComparer.Ordinal)
    {
        [Root] = (CaseWorkerRoles.Reads, "data-testid=\"venter-fejlmeldinger\">1<"),
        [Root + "/tilbudsoversigt"] = (CaseWorkerRoles.Reads, "data-testid=\"tilbud-"),
        [Root + "/fejlmeldinger"] = (CaseWorkerRoles.Reads, "data-testid=\"sag-f-1\""),
        [Root + "/fejlmeldinger/{Key}"] = (CaseWorkerRoles.Reads, "data-testid=\"sag-stand\""),
        [Root + "/forhaandsvisning"] = (CaseWorkerRoles.Reads, "data-testid=\"vis-forhaandsvisning\""),
        [Root + "/forhaandsvisning/slut"] = (CaseWorkerRoles.Reads, "data-testid=\"forhaandsvisning-slut\""),
    };

    /// <summary>Those that show nothing of any jobcentre.</summary>
    private static readonly HashSet<string> OfNoJobCentre = [Root + "/forhaandsvisning", Root + "/forhaandsvisning/slut"];

    private ApiScene _scene = null!;

    public static TheoryData<string> Addresses => [.. Pages.Keys];

    public static TheoryData<string, string> AddressesAndRoles
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var address in Pages.Keys)
            {
                foreach (var role in CaseWorkerRoles.All)
                {
                    all.Add(address, role);
                }
            }

            return all;
        }
    }

    public async ValueTask InitializeAsync()
    {
        _scene = await ApiScene.SetAsync();
        await _scene.Server.Services.SaveAsync(context => context.ErrorReports.Add(new ErrorReport
        {
            JobCentreCode = TestPortal.Aarhus,
            Code = ReportCodes.ReportedByCitizen,
            Origin = ErrorOrigin.Jobnet,
            At = _scene.Start,
            FiledByPortal = false,
        }));
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public void EveryPageOfCaseWorkers_IsTriedHereAndAsksForARole()
    {
        var routes = Routes().Where(route => IsOfCaseWorkers(route.Address)).ToList();

        Assert.Equal(Pages.Keys.Order(StringComparer.Ordinal), routes.Select(route => route.Address).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(routes, route => Assert.Equal(PolicyOf(Pages[route.Address].Role), route.Policy));
    }

    /// <summary>Being logged in is never enough: a page says as whom.</summary>
    [Fact]
    public void EveryAddressThatIsSomebodys_SaysWhose() => Assert.All(
        Routes().Where(route => !IsOfCaseWorkers(route.Address)),
        route => Assert.Equal(route.Address == OfPreviews ? Policies.Preview : Policies.Citizen, route.Policy));

    /// <summary>What decided is for caseworkers: outside a preview nobody reads it, whoever they are.</summary>
    [Fact]
    public async Task PageOfPreviews_Citizen_IsToldKindly()
    {
        using var visitor = new Visitor(_scene.Server);
        await visitor.LogInAsync(_scene.Personnummer);
        await ForbiddenAsync(visitor, OfPreviews);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_NobodyLoggedIn_LeadsToLogIn(string address)
    {
        using var visitor = new Visitor(_scene.Server);

        Assert.Equal("/log-ind", LeadsTo(await visitor.GetAsync(Fill(address))));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_Citizen_IsToldKindlyWithAWayOn(string address)
    {
        using var visitor = new Visitor(_scene.Server);
        await visitor.LogInAsync(_scene.Personnummer);

        var page = await ForbiddenAsync(visitor, Fill(address));

        Assert.Contains("Du er logget på som borger.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"min-side\">Til Min side", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Pages[address].Own, page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AddressesAndRoles))]
    public async Task Page_CaseWorkerWithOneRole_IsShownForItsRoleAlone(string address, string role)
    {
        using var visitor = await ComesAsync(TestPortal.Aarhus, role);

        if (role == Pages[address].Role)
        {
            Assert.Contains(Pages[address].Own, await visitor.ReadAsync(Fill(address)), StringComparison.Ordinal);
        }
        else
        {
            Assert.DoesNotContain(Pages[address].Own, await ForbiddenAsync(visitor, Fill(address)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_CaseWorkerOfAnotherJobCentre_ShowsNothingOfThisOne(string address)
    {
        using var visitor = await ComesAsync(TestPortal.Odense, [.. CaseWorkerRoles.All]);

        var page = await visitor.ReadAsync(Fill(address));

        Assert.Equal(OfNoJobCentre.Contains(address), page.Contains(Pages[address].Own, StringComparison.Ordinal));
        Assert.DoesNotContain("Anna", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_RoleIsTakenAwayMeanwhile_IsClosedAtOnce(string address)
    {
        using var visitor = await ComesAsync(TestPortal.Aarhus, [.. CaseWorkerRoles.All]);
        Assert.Contains(Pages[address].Own, await visitor.ReadAsync(Fill(address)), StringComparison.Ordinal);

        await _scene.Server.Services.SaveAsync(context => context.CaseWorkers.Single(worker => worker.Identifier == "RID-9").Roles = []);

        await ForbiddenAsync(visitor, Fill(address));
    }

    /// <summary>The caseworker has the very id of a citizen, and is still nobody's citizen.</summary>
    [Fact]
    public async Task EveryPageOfCitizens_CaseWorker_IsToldKindlyWithAWayOn()
    {
        using var visitor = new Visitor(_scene.Server);
        Assert.Equal(_scene.Citizen.Id, _scene.Worker.Id);
        await visitor.LogInAsync(_scene.Worker);

        var addresses = Routes().Where(route => !IsOfCaseWorkers(route.Address)).Select(route => route.Address).ToList();
        Assert.Contains("/min-side", addresses);
        foreach (var address in addresses)
        {
            var page = await ForbiddenAsync(visitor, Fill(address));
            Assert.Contains("Du er logget på som sagsbehandler.", page, StringComparison.Ordinal);
            Assert.Contains("href=\"sagsbehandler\">Til overblikket", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Anna", page, StringComparison.Ordinal);
        }
    }

    private static bool IsOfCaseWorkers(string address) => address == Root || address.StartsWith(Root + "/", StringComparison.Ordinal);

    private static string PolicyOf(string role) => role switch
    {
        CaseWorkerRoles.Reads => Policies.CaseWorkerReads,
        CaseWorkerRoles.Books => Policies.CaseWorkerBooks,
        _ => Policies.CaseWorkerAdministers,
    };

    private static string Fill(string address) => string.Join('/', address.Split('/').Select(part =>
        part == "{Key}" ? "f-1" : part.EndsWith(":guid}", StringComparison.Ordinal) ? "5b1f6f0a-0009-4000-8000-000000000009" : part));

    private static async Task<string> ForbiddenAsync(Visitor visitor, string address)
    {
        var response = await visitor.GetAsync(address);
        Assert.Equal((address, HttpStatusCode.Forbidden), (address, response.StatusCode));
        var page = await TextOf(response);
        Assert.Contains("data-testid=\"ingen-adgang\"", page, StringComparison.Ordinal);
        return page;
    }

    private async Task<Visitor> ComesAsync(string jobCentre, params string[] roles)
    {
        var visitor = new Visitor(_scene.Server);
        await visitor.LogInAsync(await _scene.Server.World.AddCaseWorkerAsync("RID-9", jobCentre, roles));
        return visitor;
    }

    /// <summary>Every address that is not anybody's, with the policy that it names.</summary>
    private IEnumerable<(string Address, string? Policy)> Routes() =>
        from route in _scene.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let address = string.Create(CultureInfo.InvariantCulture, $"/{route.RoutePattern.RawText!.TrimStart('/')}")
        from authorize in route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).DefaultIfEmpty(null)
        where authorize is not null || route.Metadata.GetMetadata<IAuthorizeData>() is not null || IsOfCaseWorkers(address)
        select (address, authorize);
}
