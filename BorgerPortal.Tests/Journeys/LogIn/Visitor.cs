using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Api;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace BorgerPortal.Tests.Journeys.LogIn;

/// <summary>A browser without scripts: it keeps cookies, posts forms and follows nothing by itself.</summary>
public sealed partial class Visitor(PortalServer server) : IDisposable
{
    private readonly HttpClient _client = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public async Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> ReadAsync(string address) => await TextOf(await GetAsync(address));

    /// <summary>Posts the form with that handler (or the one that goes to that address), with its token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string address, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await ReadAsync(page)).Groups["token"].Value;
        return await PostWithTokenAsync(token, address, fields);
    }

    /// <summary>Posts what no form of the portal holds.</summary>
    public async Task<HttpResponseMessage> PostWithTokenAsync(string token, string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await _client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> LogInAsync(string personnummer, string address = "/log-ind") =>
        PostAsync(address, address, ("_handler", "personnummer"), ("Personnummer", personnummer));

    public Task<HttpResponseMessage> LogInAsync(CaseWorker worker, string address = "/log-ind") =>
        PostAsync(address, address, ("_handler", "sagsbehandler"), ("CaseWorkerId", worker.Id.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The value of a cookie that an answer sets.</summary>
    public static string CookieOf(HttpResponseMessage response, string name = "borgerportal") => response.Headers.GetValues("Set-Cookie")
        .Single(value => value.StartsWith(name + "=", StringComparison.Ordinal)).Split(';')[0][(name.Length + 1)..];

    public static async Task<string> TextOf(HttpResponseMessage response) =>
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Where it leads, without the host.</summary>
    public static string? LeadsTo(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Found ? new Uri(new Uri("http://localhost"), response.Headers.Location!).PathAndQuery : null;

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
