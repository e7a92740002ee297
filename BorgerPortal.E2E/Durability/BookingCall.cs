using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BorgerPortal.E2E.Durability;

/// <summary>One CreateBooking of the client, one CreateOmbooking or one DeleteBooking, with its request id.</summary>
internal sealed record BookingCall(string RequestId, string Citizen, Guid Offer, string Start)
{
    private const string Operations = "/v1/JobnetCitizenStatus";

    /// <summary>The booking that is to be moved to the start; null where one is to be made.</summary>
    public string? Moving { get; init; }

    /// <summary>The booking that is to be cancelled; null where none is.</summary>
    public string? Cancelling { get; init; }

    /// <returns>The new booking's id.</returns>
    /// <exception cref="HttpRequestException">No answer came: whether the booking was made is not known.</exception>
    public async Task<string> SendAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var request = Describe();
        using var answer = await http.SendAsync(request, cancellationToken);
        return answer.StatusCode == HttpStatusCode.Created
            ? answer.Headers.Location!.ToString().Split('/')[^1]
            : throw new InvalidOperationException($"{RequestId}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }

    /// <summary>Sends it, whatever the answer will be.</summary>
    public async Task<CallOutcome> TryAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var request = Describe();
        var began = TimeProvider.System.GetTimestamp();
        using var answer = await http.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        var took = TimeProvider.System.GetElapsedTime(began);
        return new CallOutcome((int)answer.StatusCode, body.Length == 0 ? "" : $"{JsonNode.Parse(body)!["fejlkode"]}", took);
    }

    /// <summary>The ids of a citizen's bookings.</summary>
    public static async Task<IReadOnlyList<string>> ReadBookingsAsync(HttpClient http, string citizen, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, $"{Operations}/indkaldelser", citizen);
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        return [.. body!["indkaldelser"]!.AsArray().Select(booking => booking!["indkaldelseId"]!.GetValue<string>())];
    }

    private HttpRequestMessage Describe()
    {
        var request = this switch
        {
            { Cancelling: { } booking } => Request(HttpMethod.Delete, $"{Operations}/indkaldelser/{booking}", Citizen),
            { Moving: { } booking } => Post($"indkaldelser/{booking}/ombooking"),
            _ => Post($"moedetilbud/{Offer}/booking"),
        };
        request.Headers.Add("x-requestId", RequestId);
        return request;
    }

    private HttpRequestMessage Post(string path)
    {
        var request = Request(HttpMethod.Post, $"{Operations}/{path}", Citizen);
        request.Content = JsonContent.Create(new { moedeStarttidspunkt = Start, samtaleformType = 2 });
        return request;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string citizen)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Api-Key", "demo-key");
        request.Headers.Add("x-civilregistrationIdentifier", citizen);
        return request;
    }
}

/// <summary>What a caller was told: the status, the leading error's number (empty where there is none), and after how long.</summary>
internal sealed record CallOutcome(int Status, string Code, TimeSpan Took);
