using System.Collections.Concurrent;
using System.Diagnostics;
using BorgerPortal.E2E.Support;

namespace BorgerPortal.E2E.Durability;

/// <summary>The portal as users start it: a process of its own, which a test can kill.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    /// <summary>The exit code that a SIGKILL leaves.</summary>
    public const int Killed = 128 + 9;

    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly SemaphoreSlim _heard = new(0);
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _portal;

    private PortalProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The portal did not start:\n{Output}"));
    }

    public HttpClient Http { get; } = new();

    /// <summary>How many lines of its log hold the words.</summary>
    public int TimesSaid(string words) => _output.Count(line => line.Contains(words, StringComparison.Ordinal));

    /// <summary>Waits for such a line.</summary>
    public async Task UntilSaidAsync(string words, CancellationToken cancellationToken)
    {
        while (TimesSaid(words) == 0)
        {
            await _heard.WaitAsync(cancellationToken);
        }
    }

    /// <summary>All that it has said so far.</summary>
    public string Output => string.Join('\n', _output);

    public bool HasEnded => _process.HasExited;

    /// <summary>Of a process that has ended; <see cref="Killed"/> where it was killed.</summary>
    public int ExitCode => _process.ExitCode;

    /// <param name="settings">As environment variables, beside those that every run has.</param>
    /// <param name="traceTo">Where strace writes the portal's system calls; null runs it without.</param>
    public static async Task<PortalProcess> StartAsync(
        IReadOnlyDictionary<string, string> settings, string? traceTo, CancellationToken cancellationToken)
    {
        // The shell says its id before it becomes the portal: strace itself must outlive it.
        string[] under = traceTo is null ? [] : [.. Strace.CommandLine(traceTo), "sh", "-c", "echo pid $$; exec \"$0\" \"$@\""];
        var portal = new PortalProcess(Describe(settings, under));
        portal._process.Start();
        portal._process.BeginOutputReadLine();
        portal._process.BeginErrorReadLine();
        try
        {
            portal.Http.BaseAddress = await portal._address.Task.WaitAsync(StartLimit, TimeProvider.System, cancellationToken);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Carries a command out, to its end.</summary>
    /// <param name="command">Which.</param>
    /// <param name="settings">As environment variables, beside those that every run has.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <param name="under">A program that runs it, with its arguments.</param>
    public static async Task<CommandResult> RunAsync(
        string command, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken, params string[] under)
    {
        await using var portal = Begin(command, settings, under);
        await portal._process.WaitForExitAsync(cancellationToken);
        return new CommandResult(portal.ExitCode, portal.Output);
    }

    /// <summary>Begins to carry a command out; a test may kill it.</summary>
    public static PortalProcess Begin(string command, IReadOnlyDictionary<string, string> settings, params string[] under)
    {
        var portal = new PortalProcess(Describe(settings, under, command));

        portal._process.Start();
        portal._process.BeginOutputReadLine();
        portal._process.BeginErrorReadLine();
        return portal;
    }

    /// <summary>SIGKILL: it gets no chance to finish anything. Where it is traced, strace writes its log to the end.</summary>
    public async Task KillAsync()
    {
        (_portal ?? _process).Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Http.Dispose();
        _portal?.Dispose();
        _process.Dispose();
    }

    private static ProcessStartInfo Describe(IReadOnlyDictionary<string, string> settings, string[] under, params string[] arguments)
    {
        string[] portal = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "BorgerPortal.Web.dll"), .. arguments];
        string[] command = [.. under, .. portal];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return start;
    }

    private void Heard(string? line)
    {
        _output.Enqueue(line ?? "");
        _heard.Release();
        if (line?.StartsWith("pid ", StringComparison.Ordinal) == true)
        {
            _portal = Process.GetProcessById(int.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture));
        }
        else if (line?.IndexOf(Listening, StringComparison.Ordinal) is { } at and >= 0)
        {
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }
}
