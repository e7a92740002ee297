using System.Text.Json.Nodes;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Api;
using BorgerPortal.Web.Api.Answers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Api.Description;

/// <summary>The OpenAPI document tells of the API as it is.</summary>
public sealed class OpenApiTests(ApiScene scene) : IClassFixture<ApiScene>
{
    [Fact]
    public async Task Document_EveryMappedCall_IsThereAndNoOther()
    {
        var mapped = scene.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/v1", StringComparison.OrdinalIgnoreCase))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Where(method => method != "HEAD")
                .Select(method => (endpoint.RoutePattern.RawText!, method, endpoint.Metadata.GetMetadata<OperationName>()!.Value)));

        var described = (await OperationsAsync()).Select(operation => (operation.Path, operation.Method, operation.Id));

        Assert.Equal(mapped.Order(), described.Order());
    }

    [Fact]
    public async Task Document_EveryOperation_HasItsRowOfTheMatrix()
    {
        var described = (await OperationsAsync()).ToDictionary(
            operation => operation.Id,
            operation => operation.Problems.SelectMany(problem => DescribedOperation.CodesOf(problem.Answer)).Order());

        Assert.Equal(OperationRows.All.Keys.Append(ApiEndpoints.GetCodeLists).Order(), described.Keys.Order());
        Assert.All(OperationRows.All.Keys, operation => Assert.Equal(ErrorMatrix.RowOf(operation).Order(), described[operation]));
        Assert.Empty(described[ApiEndpoints.GetCodeLists]);
    }

    [Fact]
    public async Task Document_EveryProblem_HasAnExampleOfEachCodeUnderItsStatus()
    {
        foreach (var (status, answer) in (await OperationsAsync()).SelectMany(operation => operation.Problems))
        {
            var examples = answer["content"]!["application/problem+json"]!["examples"]!.AsObject();
            var codes = DescribedOperation.CodesOf(answer).ToList();

            Assert.NotEmpty(examples);
            Assert.All(codes, code => Assert.Equal(status, ErrorStatus.Of(Errors.ByNumber[code].Kind)));
            Assert.Equal(codes, examples.Select(example => example.Value!["value"]!["fejlkode"]?.GetValue<int>()).OfType<int>());
            Assert.All(examples, example => Assert.Equal(status, example.Value!["value"]!["status"]!.GetValue<int>()));
        }
    }

    [Fact]
    public async Task Document_EveryOperation_HasWords() => Assert.All(await OperationsAsync(), operation =>
    {
        Assert.NotEmpty(operation.Json["summary"]!.GetValue<string>());
        Assert.NotEmpty(operation.Json["description"]!.GetValue<string>());
        Assert.All(operation.Parameters, parameter => Assert.NotEmpty(parameter["description"]!.GetValue<string>()));
    });

    [Fact]
    public async Task Document_EveryExample_FitsItsSchema()
    {
        var document = await ReadAsync();
        var check = new SchemaCheck(document);
        var examples = DescribedOperation.AllOf(document).SelectMany(IEnumerable<(JsonNode Schema, JsonNode? Example)> (operation) =>
        [
            .. operation.Parameters.Select(parameter => (parameter["schema"]!, parameter["example"])),
            .. DescribedOperation.ExamplesOf(operation.Body),
            .. operation.Answers.SelectMany(answer => answer.Answer["content"]?.AsObject().SelectMany(media => DescribedOperation.ExamplesOf(media.Value)) ?? []),
        ]).ToList();

        Assert.True(examples.Count > 50);
        Assert.Empty(examples.SelectMany(example => check.FaultsOf(example.Example, example.Schema)));
    }

    [Fact]
    public async Task Document_EveryExampleOfACall_IsReadByTheServer()
    {
        foreach (var operation in await OperationsAsync())
        {
            var answer = await CallExampleAsync(operation, operation.Body?["example"]!.ToJsonString());

            // The citizen of the examples is nobody's here: the call was read, and nobody found.
            Assert.Equal(operation.Id == ApiEndpoints.GetCodeLists ? 200 : 404, answer.Status);
            Assert.DoesNotContain("1014", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Document_EveryMemberThatMustBeThere_IsMissedByTheServer()
    {
        var document = await ReadAsync();
        foreach (var operation in DescribedOperation.AllOf(document).Where(operation => operation.Body is not null))
        {
            var schema = document["components"]!["schemas"]![operation.Body!["schema"]!["$ref"]!.GetValue<string>().Split('/')[^1]]!;
            var required = schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToList();

            Assert.False(schema["additionalProperties"]!.GetValue<bool>());
            (await CallExampleAsync(operation, "{}")).AssertInvalid([.. required]);
            foreach (var name in schema["properties"]!.AsObject().Select(member => member.Key))
            {
                var body = operation.Body["example"]!.DeepClone().AsObject();
                body[name] = new JsonArray();
                (await CallExampleAsync(operation, body.ToJsonString())).AssertInvalid(name);
            }
        }
    }

    [Fact]
    public async Task Document_EveryAnswerOfTheServer_FitsItsSchema()
    {
        await using var own = await ApiScene.SetAsync();
        await own.Server.Services.SaveAsync(context => context.Citizens.Single(citizen => citizen.Id == own.Citizen.Id).Deadlines.Add(
            new Deadline { InterviewType = 7, BookBy = new DateOnly(2027, 3, 5), HoldBy = new DateOnly(2027, 3, 30) }));
        var times = $"/moedetilbud/{own.Option.Id}/moedetider?startMoedetidsinterval=2027-03-08T00:00&slutMoedetidsinterval=2027-03-09T00:00";
        List<(string Operation, Answer Answer)> answers =
        [
            (OperationNames.GetCitizenStatus, await own.GetAsync("/borgerstatus")),
            (OperationNames.GetSelfbookInterviewOptions, await own.GetAsync("/moedetilbud")),
            (OperationNames.GetSelfbookTimeslots, await own.GetAsync(times)),
            (OperationNames.CreateBooking, await own.BookAsync()),
            (OperationNames.CreateBooking, await own.BookAsync()),
            (OperationNames.CreateBooking, await own.BookAsync("{")),
            (OperationNames.CreateBooking, await own.BookAsync("""{"moedeStarttidspunkt":"2027-02-08T09:00","samtaleformType":5}""")),
            (OperationNames.GetSelfbookTimeslots, await own.GetAsync(times)),
            (OperationNames.GetBookings, await own.GetAsync("/indkaldelser")),
            (OperationNames.GetBooking, await own.GetAsync($"/indkaldelser/{(await own.ReadBookingAsync()).Id}")),
            (OperationNames.GetBookings, await own.GetAsync("/indkaldelser", ("X-Api-Key", null))),
            (OperationNames.GetBookings, await own.GetAsync("/indkaldelser", ("Accept", "text/html"))),
            (ApiEndpoints.GetCodeLists, await own.GetAsync("/kodelister")),
        ];
        var booked = $"/indkaldelser/{(await own.ReadBookingAsync()).Id}";
        const string Week = "startMoedetidsinterval=2027-03-08T00:00&slutMoedetidsinterval=2027-03-15T00:00";
        answers.AddRange(
        [
            (OperationNames.GetRescheduleCaseWorkers, await own.GetAsync(booked + "/ombooking/sagsbehandlere")),
            (OperationNames.GetRescheduleTimeslots, await own.GetAsync($"{booked}/ombooking/moedetider?moedetilbudId={own.Option.Id}&{Week}")),
            (OperationNames.RescheduleBooking, await own.CallAsync(HttpMethod.Post, $"{ApiScene.Base}{booked}/ombooking", ApiScene.Json("{}"))),
            (OperationNames.AcceptBooking, await own.CallAsync(HttpMethod.Put, $"{ApiScene.Base}{booked}/accept")),
            (OperationNames.CancelBooking, await own.CallAsync(HttpMethod.Delete, ApiScene.Base + booked)),
            (OperationNames.CancelBooking, await own.CallAsync(HttpMethod.Delete, ApiScene.Base + booked)),
            (OperationNames.CreateErrorReport, await own.CallAsync(HttpMethod.Post, ApiScene.Base + "/fejlmeldinger", ApiScene.Json("{}"))),
            (OperationNames.GetImmediateBookingTimeslots, await own.GetAsync("/straksbooking/moedetider")),
        ]);
        await own.Server.Services.SaveAsync(context => context.Deadlines.Single().InterviewType = 12);
        await own.Server.Services.SaveAsync(context => context.Deadlines.Single().BookBy = new DateOnly(2027, 2, 20));
        answers.Add((OperationNames.GetImmediateBookingTimeslots, await own.GetAsync("/straksbooking/moedetider")));

        var document = await ReadAsync();
        var check = new SchemaCheck(document);
        var operations = DescribedOperation.AllOf(document).ToDictionary(operation => operation.Id);
        foreach (var (name, answer) in answers)
        {
            var described = operations[name].Answers.Single(candidate => candidate.Status == answer.Status).Answer;
            if (answer.Body.Length == 0)
            {
                Assert.Null(described["content"]);
                continue;
            }

            var schema = described["content"]![answer.ContentHeaders.ContentType!.MediaType!]!["schema"]!;
            Assert.Empty(check.FaultsOf(answer.Json, schema));
        }
    }

    [Fact]
    public async Task Document_NobodysHost_StandsInIt() => Assert.Equal("""[{"url":"/"}]""", (await ReadAsync())["servers"]!.ToJsonString());

    [Fact]
    public async Task Document_AskedForAgain_IsTheOneThatWasMade()
    {
        using var client = scene.Server.CreateClient();
        using var first = await client.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        using var again = await client.GetAsync("/openapi/v1.json?igen=1", TestContext.Current.CancellationToken);

        Assert.NotNull(again.Headers.Age);
        Assert.Equal(
            await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private Task<Answer> CallExampleAsync(DescribedOperation operation, string? body)
    {
        var (address, headers) = operation.Example();
        return scene.CallAsync(
            new HttpMethod(operation.Method),
            address,
            body is null ? null : ApiScene.Json(body),
            [.. headers.Where(header => header.Name != "x-requestId").Select(header => (header.Name, (string?)header.Value))]);
    }

    private async Task<IReadOnlyList<DescribedOperation>> OperationsAsync() => [.. DescribedOperation.AllOf(await ReadAsync())];

    private async Task<JsonNode> ReadAsync()
    {
        using var client = scene.Server.CreateClient();
        return JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
    }
}
