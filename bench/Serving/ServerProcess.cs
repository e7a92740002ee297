using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using BorgerPortal.Bench.Running;

namespace BorgerPortal.Bench.Serving;

/// <summary>A server as a process of its own, on a port that it finds itself.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private const int LinesKept = 40;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The server has ended:\n{Output}"));
    }

    /// <summary>Keeps a connection for each caller, follows nothing and keeps no cookies.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });

    /// <summary>What the process has written last, for a message of what went wrong.</summary>
    public string Output => string.Join('\n', _output);

    /// <param name="assembly">The program, in the benchmarks' folder.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="settings">Environment variables.</param>
    public static async Task<ServerProcess> StartAsync(
        string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var start = BenchProgram.Describe(assembly, arguments, new Dictionary<string, string>(settings) { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" });
        var server = new ServerProcess(start);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        server.Http.BaseAddress = await server._address.Task.WaitAsync(StartLimit, TimeProvider.System);
        return server;
    }

    public Contestant Contestant(string name, Func<int, HttpRequestMessage> request, HttpStatusCode expected = HttpStatusCode.OK) =>
        new(name, number => SendAsync(request(number), expected)) { ProcessorTime = ProcessorTime };

    public TimeSpan ProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Reads the answer to its end, and throws it away.</summary>
    /// <returns>Where it says that something was made.</returns>
    public async Task<Uri?> SendAsync(HttpRequestMessage request, HttpStatusCode expected)
    {
        using (request)
        {
            using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode != expected)
            {
                throw new InvalidOperationException($"{request.RequestUri}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}\n{Output}");
            }

            await answer.Content.CopyToAsync(Stream.Null);
            return answer.Headers.Location;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        Http.Dispose();
        _process.Dispose();
    }

    private void Heard(string? line)
    {
        _output.Enqueue(line ?? "");
        if (_output.Count > LinesKept)
        {
            _output.TryDequeue(out _);
        }

        if (line?.IndexOf(Listening, StringComparison.Ordinal) is { } at and >= 0)
        {
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }
}
