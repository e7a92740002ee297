using BorgerPortal.Bench.Serving;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace BorgerPortal.Bench.Circuits;

/// <summary>
/// What a browser does that opens a page and then does nothing: it loads the page, connects, hands over the page's
/// components, confirms every render, and answers calls of scripts that it does not have with null.
/// </summary>
internal sealed class HeadlessCircuit : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource _rendered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HubConnection _connection;

    private HeadlessCircuit(ServerProcess server, string? cookie)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(server.Http.BaseAddress!, "_blazor"), options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
            if (cookie is not null)
            {
                options.Headers["Cookie"] = cookie;
            }
        });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        _connection = builder.Build();
        _connection.On<long, byte[]>("JS.RenderBatch", (batch, _) => _connection.SendAsync("OnRenderCompleted", batch, (string?)null));
        _connection.On<long, string, string, int, long, int>("JS.BeginInvokeJS", AnswerAsync);
        _connection.On<int>("JS.EndUpdateRootComponents", _ => _rendered.TrySetResult());
        _connection.On<string>("JS.Error", error => _rendered.TrySetException(new InvalidOperationException(error)));
        _connection.Closed += error => Task.FromResult(
            _rendered.TrySetException(error ?? new InvalidOperationException($"The circuit was closed.\n{server.Output}")));
    }

    /// <param name="server">The server.</param>
    /// <param name="address">The page.</param>
    /// <param name="cookie">The citizen's; null for nobody.</param>
    public static async Task<HeadlessCircuit> OpenAsync(ServerProcess server, string address, string? cookie)
    {
        var uri = new Uri(server.Http.BaseAddress!, address);
        var markers = await LoadAsync(server, uri, cookie);
        var circuit = new HeadlessCircuit(server, cookie);
        await circuit._connection.StartAsync();
        var id = await circuit._connection.InvokeAsync<string?>("StartCircuit", server.Http.BaseAddress!.ToString(), uri.ToString(), "[]", markers.State);
        if (string.IsNullOrEmpty(id))
        {
            throw new InvalidOperationException($"{address}: no circuit was started.\n{server.Output}");
        }

        await circuit._connection.SendAsync("UpdateRootComponents", markers.AddAll(), markers.State);
        await circuit._rendered.Task.WaitAsync(LongestWait, TimeProvider.System);
        return circuit;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<PageMarkers> LoadAsync(ServerProcess server, Uri uri, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var answer = await server.Http.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        var markers = PageMarkers.Read(page);
        return answer.IsSuccessStatusCode && markers.Components.Count > 0
            ? markers
            : throw new InvalidOperationException($"{uri}: {answer.StatusCode}, and nothing interactive in it:\n{page}\n{server.Output}");
    }

    private Task AnswerAsync(long call, string identifier, string arguments, int resultType, long target, int callType) =>
        call == 0 ? Task.CompletedTask : _connection.SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,null]");
}
