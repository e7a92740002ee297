using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BorgerPortal.E2E.Durability;

/// <summary>One CreateBooking of the client, with its request id.</summary>
internal sealed record BookingCall(string RequestId, string Citizen, Guid Offer, string Start)
{
    private const string Operations = "/v1/JobnetCitizenStatus";

    /// <returns>The new booking's id.</returns>
    /// <exception cref="HttpRequestException">No answer came: whether the booking was made is not known.</exception>
    public async Task<string> SendAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, $"{Operations}/moedetilbud/{Offer}/booking", Citizen);
        request.Headers.Add("x-requestId", RequestId);
        request.Content = JsonContent.Create(new { moedeStarttidspunkt = Start, samtaleformType = 2 });
        using var answer = await http.SendAsync(request, cancellationToken);
        return answer.StatusCode == HttpStatusCode.Created
            ? answer.Headers.Location!.ToString().Split('/')[^1]
            : throw new InvalidOperationException($"{RequestId}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
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

    private static HttpRequestMessage Request(HttpMethod method, string path, string citizen)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Api-Key", "demo-key");
        request.Headers.Add("x-civilregistrationIdentifier", citizen);
        return request;
    }
}
