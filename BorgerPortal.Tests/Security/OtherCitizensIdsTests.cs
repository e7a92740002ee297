using System.Text.RegularExpressions;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Time;
using BorgerPortal.Tests.Api;
using BorgerPortal.Tests.Journeys.LogIn;
using BorgerPortal.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Security;

/// <summary>
/// A citizen who has another one's ids tries them at every address that takes one: told as the operation says, shown
/// nothing of the other's, and nothing is written. The addresses are the program's own, so a new one must be tried too.
/// </summary>
public abstract partial class OtherCitizensIdsTests : IAsyncLifetime
{
    public sealed class OnSqlite : OtherCitizensIdsTests;

    public sealed class OnPostgreSql : OtherCitizensIdsTests;

    private const string Times = "startMoedetidsinterval=2027-03-08T00:00&slutMoedetidsinterval=2027-03-20T00:00";

    /// <summary>Addresses whose values are of nobody: a language, the number of an error, a document's name.</summary>
    private static readonly HashSet<string> OfNobody = new(StringComparer.Ordinal)
    {
        "/sprog/{language}", "/fejl/{Number:int}", "/openapi/{documentName}.json", "/api/docs/{documentName?}",
    };

    /// <summary>No citizen comes there at all, which <see cref="CaseWorkerAccessTests"/> hold.</summary>
    private const string OfCaseWorkers = "/sagsbehandler/";

    /// <summary>Pages, and files that a page offers: the handle of what the other citizen's id is answered with.</summary>
    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["/bevis/{Reference:guid}"] = "bevis-ukendt",
        ["/afventer/{BookingId:guid}"] = "fejl-8107",
        ["/book/{OptionId:guid}"] = "fejl-8107",
        ["/book/{OptionId:guid}/bekraeft"] = "fejl-8107",
        ["/book/{OptionId:guid}/sagsbehandler"] = "fejl-8107",
        ["/kvittering/{BookingId:guid}"] = "fejl-8107",
        ["/moeder/{BookingId:guid}"] = "fejl-8107",
        ["/moeder/{bookingId:guid}/kalender.ics"] = "findes-ikke",
        ["/moeder/{BookingId:guid}/aflys"] = "fejl-8107",
        ["/moeder/{BookingId:guid}/ombook"] = "fejl-8107",
        ["/moeder/{BookingId:guid}/ombook/bekraeft"] = "fejl-8107",
        ["/moeder/{BookingId:guid}/ombook/sagsbehandler"] = "fejl-8107",
    };

    /// <summary>Calls, by method and address.</summary>
    private static readonly Dictionary<string, int> Calls = new(StringComparer.Ordinal)
    {
        ["GET /moedetilbud/{moedetilbudId}/moedetider"] = 8107,
        ["POST /moedetilbud/{moedetilbudId}/booking"] = 8108,
        ["GET /indkaldelser/{indkaldelseId}"] = 8107,
        ["DELETE /indkaldelser/{indkaldelseId}"] = 8107,
        ["PUT /indkaldelser/{indkaldelseId}/accept"] = 8107,
        ["POST /indkaldelser/{indkaldelseId}/ombooking"] = 8107,
        ["GET /indkaldelser/{indkaldelseId}/ombooking/sagsbehandlere"] = 8107,
        ["GET /indkaldelser/{indkaldelseId}/ombooking/moedetider"] = 4768,
    };

    private ApiScene _scene = null!;
    private Visitor _visitor = null!;
    private Citizen _stranger = null!;
    private Guid _option;
    private Guid _booking;
    private Guid _receipt;

    public static TheoryData<string> PageAddresses => [.. Pages.Keys];

    public static TheoryData<string> CallAddresses => [.. Calls.Keys];

    public async ValueTask InitializeAsync()
    {
        _scene = await ApiScene.SetAsync();
        var world = _scene.Server.World;

        // Meant for the one citizen alone, so that nothing of it may show to another.
        var option = await world.AddOptionAsync([_scene.Worker], offer => (offer.ForNamedCitizens, offer.Title, offer.AllowChoiceOfSupervisor) = (true, "Fortrolig samtale", true));
        await _scene.Server.Services.SaveAsync(context => context.OptionCitizens.Add(new PlannedOptionCitizen { OptionId = option.Id, CitizenId = _scene.Citizen.Id }));
        await world.AddTimeslotAsync(option, _scene.Start.AddDays(1), [_scene.Worker]);
        await world.AddTimeslotAsync(option, _scene.Start.AddDays(2), [_scene.Worker]);
        var booked = await _scene.Server.Services.GetRequiredService<CreateBooking>().ExecuteAsync(
            new CreateBookingRequest(CitizenReference.ById(_scene.Citizen.Id), option.Id, _scene.Start.AddDays(1), ContactType.Personal),
            Caller.Citizen,
            TestContext.Current.CancellationToken);
        (_option, _booking) = (option.Id, booked.Value.BookingId);
        await _scene.Server.Services.SaveAsync(context =>
        {
            var own = context.Bookings.Single();
            (own.SelfBooked, own.CitizenShouldAccept, own.Accepted, own.State) = (false, true, false, BookingState.Active);
        });
        _receipt = Guid.Parse("5b1f6f0a-0009-4000-8000-000000000009");
        await _scene.Server.Services.SaveAsync(context => context.EvidenceReceipts.Add(new EvidenceReceipt
        {
            Id = _receipt,
            CitizenId = _scene.Citizen.Id,
            JobCentreCode = TestPortal.Aarhus,
            Kind = EvidenceKind.NoFreeTime,
            At = _scene.Start,
            Answers = [new EvidenceAnswer("GetSelvbookingMoedetider", _scene.Start, option.Id, option.Title, _scene.Start, _scene.Start.AddDays(5), Found: 0)],
        }));
        _stranger = await world.AddCitizenAsync(citizen => (citizen.GivenNames, citizen.Surname) = ("Bo", "Dahl"));
        _visitor = new Visitor(_scene.Server);
        await _visitor.LogInAsync(_scene.Server.PersonnummerOf(_stranger));
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _scene.DisposeAsync();
    }

    [Fact]
    public void EveryAddressThatTakesAnId_IsTriedHere()
    {
        var routes = _scene.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.Parameters.Any(parameter => !parameter.IsCatchAll))
            .SelectMany(AddressesOf).Distinct(StringComparer.Ordinal)
            .Where(address => !address.StartsWith(OfCaseWorkers, StringComparison.Ordinal) && !OfNobody.Any(known => address.EndsWith(known, StringComparison.Ordinal)) && !address.Contains("/_", StringComparison.Ordinal));

        Assert.Equal(Pages.Keys.Concat(Calls.Keys).Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PageAddresses))]
    public async Task Page_OtherCitizensId_SaysSoShowsNothingAndWritesNothing(string address)
    {
        var before = await TakeAsync();

        var page = await _visitor.ReadAsync(Fill(address) + "?tid=2027-03-09T09:00&form=1");

        Assert.Contains($"data-testid=\"{Pages[address]}\"", page, StringComparison.Ordinal);
        AssertNothingOfTheOthers(page);
        Assert.Equal(before, await TakeAsync());
    }

    [Theory]
    [MemberData(nameof(CallAddresses))]
    public async Task Call_OtherCitizensId_SaysSoShowsNothingAndWritesNothing(string call)
    {
        var before = await TakeAsync();

        var answer = await CallAsync(call, _scene.Server.PersonnummerOf(_stranger));

        Assert.Equal([Calls[call]], answer.Codes);
        AssertNothingOfTheOthers(answer.Body);
        Assert.Equal(before, await TakeAsync());
    }

    [Fact]
    public async Task CreateFejlmelding_OtherCitizensBooking_IsA99203()
    {
        var body = $$"""{"indkaldelseId":"{{_booking}}","fejlkode":1,"fejlOphav":32,"fejlTidspunkt":"2027-03-01T10:00:00+01:00"}""";
        var answer = await _scene.CallAsync(
            HttpMethod.Post, ApiScene.Base + "/fejlmeldinger", ApiScene.Json(body), ("x-civilregistrationIdentifier", _scene.Server.PersonnummerOf(_stranger)));

        Assert.Equal([99203], answer.Codes);
        AssertNothingOfTheOthers(answer.Body);
    }

    /// <summary>The proof that the others can fail: what they must not find is there for the citizen whose it is.</summary>
    [Fact]
    public async Task OwnId_ShowsWhatTheOtherMustNotSee()
    {
        Assert.Contains("Fortrolig", (await CallAsync("GET /indkaldelser/{indkaldelseId}", _scene.Personnummer)).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await CallAsync("GET /moedetilbud/{moedetilbudId}/moedetider", _scene.Personnummer)).Status);
        using var own = new Visitor(_scene.Server);
        await own.LogInAsync(_scene.Personnummer);
        var page = await own.ReadAsync(Fill("/moeder/{BookingId:guid}"));
        Assert.Contains("Fortrolig", await own.ReadAsync(Fill("/bevis/{Reference:guid}")), StringComparison.Ordinal);

        Assert.Contains("Fortrolig", page, StringComparison.Ordinal);
        Assert.Contains("Anna", page, StringComparison.Ordinal);
        Assert.Contains("Værkmestergade", page, StringComparison.Ordinal);
    }

    private Task<Answer> CallAsync(string call, string personnummer)
    {
        var (method, path) = (call.Split(' ')[0], Fill(call.Split(' ')[1]));
        var content = method == "POST" ? ApiScene.Json($$"""{"moedeStarttidspunkt":"{{_scene.Start.AddDays(2).ToWire()}}","samtaleformType":1}""") : null;
        var query = path.EndsWith("/moedetider", StringComparison.Ordinal)
            ? $"?{Times}" + (path.Contains("/ombooking/", StringComparison.Ordinal) ? $"&moedetilbudId={_option}" : "")
            : "";
        return _scene.CallAsync(HttpMethod.Parse(method), ApiScene.Base + path + query, content, ("x-civilregistrationIdentifier", personnummer));
    }

    private static IEnumerable<string> AddressesOf(RouteEndpoint route)
    {
        var pattern = "/" + route.RoutePattern.RawText!.TrimStart('/');
        return pattern.StartsWith(ApiScene.Base, StringComparison.Ordinal)
            ? route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Where(method => method != "HEAD").Select(method => $"{method} {pattern[ApiScene.Base.Length..]}")
            : [pattern];
    }

    private string Fill(string address) => address
        .Replace("{Reference:guid}", _receipt.ToString(), StringComparison.Ordinal)
        .Replace("{bookingId:guid}", _booking.ToString(), StringComparison.Ordinal)
        .Replace("{BookingId:guid}", _booking.ToString(), StringComparison.Ordinal).Replace("{indkaldelseId}", _booking.ToString(), StringComparison.Ordinal)
        .Replace("{OptionId:guid}", _option.ToString(), StringComparison.Ordinal).Replace("{moedetilbudId}", _option.ToString(), StringComparison.Ordinal);

    /// <summary>What the server has protected is random letters, in which any short word may stand by chance.</summary>
    private static void AssertNothingOfTheOthers(string said)
    {
        var text = Protected().Replace(said, "");
        foreach (var word in new[] { "Fortrolig", "Anna", "Berg", "Mette", "Holm", "RID-1", "Værkmestergade", "09.00", "9. marts", "2027-03-09T09:00:00" })
        {
            Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("""CfDJ8[^"<\s]*""", RegexOptions.None, 1000)]
    private static partial Regex Protected();

    // The session is not used within a minute, so that not even that is written.
    private Task<IReadOnlyList<string>> TakeAsync() => _scene.Server.Services.ReadAsync(StateSnapshot.TakeAsync);
}
