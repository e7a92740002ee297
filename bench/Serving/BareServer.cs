using BorgerPortal.Bench.Pages.Empty;
using BorgerPortal.Bench.Rush;
using BorgerPortal.Bench.Timeslots;

namespace BorgerPortal.Bench.Serving;

/// <summary>A bare program over HTTP: this program, told to serve, as a process of its own with the portal's own settings of the host.</summary>
internal static class BareServer
{
    private const string Serve = "serve";

    public const string Times = "times";
    public const string Page = "page";
    public const string Rush = "rush";

    public static bool IsAskedFor(string[] args) => args is [Serve, ..];

    /// <param name="program">One of the names above.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="arguments">What the program goes by, such as where the database lies.</param>
    public static Task<ServerProcess> StartAsync(string program, IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        ServerProcess.StartAsync("BorgerPortal.Bench.dll", [Serve, program, .. arguments], settings);

    public static async Task RunAsync(string[] args)
    {
        var folder = args is [_, Page, var published] ? published : AppContext.BaseDirectory;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        await using var app = args switch
        {
            [_, Times, var database, var keys] => BareTimeslots.Build(builder, database, keys),
            [_, Page, ..] => EmptyApp.Build(builder, folder),
            [_, Rush, var database, var keys] => BareRush.Build(builder, database, keys),
            _ => throw new ArgumentException($"Not a bare program: {string.Join(' ', args)}", nameof(args)),
        };
        await app.RunAsync();
    }
}
