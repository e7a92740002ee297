using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace BorgerPortal.Tests.Support.Databases;

/// <summary>
/// A PostgreSQL server of the tests' own, in a temporary folder, reached through a socket there. It needs the programs of
/// PostgreSQL on this machine and nothing that runs. It ends with the tests, also where they are killed.
/// </summary>
public sealed class PostgreSqlServer : IDisposable
{
    private const string User = "portal";

    /// <summary>
    /// The server may not run as root. It is stopped when the standard input ends, which it does however the tests end;
    /// an interrupt from the keyboard is meant for them alone.
    /// </summary>
    private const string Script = """
        trap '' INT HUP
        cd "$1" && { [ "$(id -u)" != 0 ] || chown postgres .; } &&
        $3 "$0/initdb" -D data -U portal -A trust -E UTF8 --locale=C.UTF-8 --no-sync > made.log 2>&1 &&
        $3 "$0/pg_ctl" -D data -l "$1/server.log" -w -o "$2" start > start.log 2>&1 && echo ready
        cat > /dev/null
        $3 "$0/pg_ctl" -D data -m immediate stop > /dev/null 2>&1
        cd / && rm -rf "$1"
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private readonly string _programs;
    private readonly string _folder;
    private readonly string _options;
    private readonly Process _keeper;
    private int _databases;

    private PostgreSqlServer(string programs, string settings)
    {
        _programs = programs;
        _folder = Directory.CreateTempSubdirectory("borgerportal-postgresql-").FullName;
        _options = $"-c listen_addresses='' -c unix_socket_directories='{_folder}' -c max_connections=300 {settings}";
        _keeper = Process.Start(Describe("sh", "-c", Script, programs, _folder, _options, string.Join(' ', AsServer)))!;
        var isReady = Task.Run(_keeper.StandardOutput.ReadLineAsync).WaitAsync(StartLimit).GetAwaiter().GetResult() == "ready";
        if (!isReady)
        {
            throw new InvalidOperationException($"PostgreSQL did not start: {string.Concat(Directory.GetFiles(_folder, "*.log").Select(File.ReadAllText))}");
        }
    }

    /// <summary>Where the programs lie; null where there are none.</summary>
    public static string? Programs { get; } = FindPrograms();

    /// <summary>What a newcomer without PostgreSQL is told.</summary>
    public const string HowToGetIt = "PostgreSQL's programs (initdb, pg_ctl) are not on this machine: apt-get install postgresql";

    private static string[] AsServer => Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];

    /// <param name="isDurable">
    /// False where nothing need outlive the tests: then it flushes nothing, and is faster; nor does it count rows behind a
    /// test's back, for a plan that is asked for would depend on it.
    /// </param>
    /// <param name="settings">Others than the server's own, as its program takes them.</param>
    public static PostgreSqlServer Start(bool isDurable, string settings = "") => Programs is { } programs
        ? new(programs, isDurable ? settings : $"-c fsync=off -c full_page_writes=off -c autovacuum=off {settings}")
        : throw new InvalidOperationException(HowToGetIt);

    public string ConnectionString(string database) => $"Host={_folder};Username={User};Database={database}";

    /// <summary>Makes an empty database, and tells how it is reached.</summary>
    public string CreateDatabase()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return ConnectionString(name);
    }

    /// <summary>Runs a program of PostgreSQL's on a database to its end.</summary>
    public void Run(string program, string database, params string[] arguments) =>
        RunToEnd([Path.Combine(_programs, program), "-h", _folder, "-U", User, "-d", database, .. arguments]);

    /// <summary>Ends it as a crash would: whoever is connected is thrown out, whatever was under way is lost.</summary>
    public void Stop() => RunToEnd([.. AsServer, Path.Combine(_programs, "pg_ctl"), "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop"]);

    public void StartAgain() => RunToEnd(
        [.. AsServer, Path.Combine(_programs, "pg_ctl"), "-D", Path.Combine(_folder, "data"), "-l", Path.Combine(_folder, "server.log"), "-w", "-o", _options, "start"]);

    public void Dispose()
    {
        _keeper.StandardInput.Close();
        _keeper.WaitForExit();
        _keeper.Dispose();
    }

    private static void RunToEnd(string[] command)
    {
        using var process = Process.Start(Describe(command))!;
        process.StandardInput.Close();

        // pg_ctl leaves the server its standard output: there is no end to read to.
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {process.StandardError.ReadToEnd()}");
        }
    }

    private static ProcessStartInfo Describe(params string[] command) => new(command[0], command[1..])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = "/",
    };

    private static string? FindPrograms()
    {
        // Debian keeps them out of the way, a folder for each version.
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return debian.OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "initdb")));
    }

    private static int Version(string folder) => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;
}
