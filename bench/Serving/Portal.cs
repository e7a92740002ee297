using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Bench.Serving;

/// <summary>The portal as it runs in operation: its own program, in Production, with its data in a folder.</summary>
internal sealed class Portal(string folder)
{
    private const string Key = "the-key-of-the-benchmarks";

    /// <summary>Made before the first start, so that the bare programs can find citizens by the same keys.</summary>
    public static Portal Install(string folder, Town town)
    {
        var portal = new Portal(folder);
        KeyRing.Create().Save(portal.KeyFile);
        town.Write(portal.ScenarioFile);
        return portal;
    }

    public string KeyFile => Path.Combine(folder, "keys", "personnummer.json");

    public string DatabaseFile => Path.Combine(folder, "borgerportal.db");

    private string ScenarioFile => Path.Combine(folder, "scenario.json");

    /// <param name="settings">Beside those that every run has.</param>
    /// <param name="program">The portal's program; the one beside the benchmarks where none is given.</param>
    public Task<ServerProcess> StartAsync(IReadOnlyDictionary<string, string>? settings = null, string program = "BorgerPortal.Web.dll") =>
        ServerProcess.StartAsync(program, [], new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
        {
            ["Data__Directory"] = folder,
            ["Planner__Scenario"] = ScenarioFile,
            [$"ExternalBooking__Jobcentres__{Town.JobCentre}__Name"] = "Jobcenter Aarhus",
            [$"ExternalBooking__Jobcentres__{Town.JobCentre}__Adapter"] = "Embedded",
            ["Api__Clients__0__Name"] = "bench",
            ["Api__Clients__0__Key"] = Key,
            ["Api__Clients__0__ClientSystem"] = "32",
        });

    /// <summary>A call of the API about a citizen.</summary>
    public static HttpRequestMessage Call(HttpMethod method, string path, string personnummer)
    {
        var request = new HttpRequestMessage(method, "/v1/JobnetCitizenStatus" + path);
        request.Headers.Add("X-Api-Key", Key);
        request.Headers.Add("x-civilregistrationIdentifier", personnummer);
        return request;
    }

    /// <summary>A citizen's booking of a time, with a request id of its own.</summary>
    public static HttpRequestMessage Booking(int citizen, DateTimeOffset start)
    {
        var request = Call(HttpMethod.Post, $"/moedetilbud/{Town.Offer}/booking", Town.PersonnummerOf(citizen));
        request.Headers.Add("x-requestId", $"bench-{citizen:D8}");
        request.Content = JsonContent.Create(new { moedeStarttidspunkt = start.ToWire(), samtaleformType = ContactType.Telephone });
        return request;
    }
}
