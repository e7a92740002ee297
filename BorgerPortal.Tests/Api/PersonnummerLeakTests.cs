using System.Diagnostics;
using Xunit;

namespace BorgerPortal.Tests.Api;

public abstract class PersonnummerLeakTests
{
    public sealed class OnSqlite : PersonnummerLeakTests;

    public sealed class OnPostgreSql : PersonnummerLeakTests;

    [Fact]
    public async Task AnyCall_AtEveryLogLevel_LeavesNoPersonnummerBehind()
    {
        var log = new LogCapture();
        using var traces = new TraceCapture();
        var (scene, address) = await ApiScene.ListenAsync(log.AddTo);
        await using var disposal = scene;
        var hyphened = scene.Personnummer.Insert(6, "-");

        var answers = new[]
        {
            await scene.GetAsync("/borgerstatus"),
            await scene.GetAsync("/moedetilbud"),
            await scene.BookAsync(null, ("x-requestId", "1")),
            await scene.BookAsync(null, ("x-requestId", "1")),
            await scene.BookAsync("{", ("x-civilregistrationIdentifier", hyphened)),
            await scene.BookAsync(null, ("x-requestId", "1"), ("Personnummer", "0101505321")),
            await scene.GetAsync("/indkaldelser", ("x-civilregistrationIdentifier", hyphened)),
            await scene.GetAsync("/borgerstatus", ("x-civilregistrationIdentifier", scene.Personnummer + "0")),
            await scene.GetAsync("/borgerstatus", ("X-Api-Key", "x")),
        };

        // The server's own lines and Kestrel's are there: everything was listened to.
        Assert.Contains(log.Lines, line => line.Contains(scene.BookingPath, StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains(address.Authority, StringComparison.Ordinal));
        Assert.NotEmpty(traces.Values);
        foreach (var number in new[] { scene.Personnummer, hyphened })
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(number, StringComparison.Ordinal));
            Assert.DoesNotContain(traces.Values, value => value.Contains(number, StringComparison.Ordinal));
            Assert.DoesNotContain(answers, answer => (answer.Body + answer.Headers).Contains(number, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Warning", false)]
    [InlineData("Information", true)]
    public async Task PersonnummerInAnAddress_AtTheLevelsOfASetting_IsNotLogged(string frameworksLevel, bool hasFrameworksLines)
    {
        const string number = "0101505321";
        var log = new LogCapture();
        await using var server = PortalServer.Create(configure: log.AddAtConfiguredLevels);
        using var client = server.WithWebHostBuilder(host => host.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", frameworksLevel)).CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", PortalServer.Key);
        foreach (var path in new[] { $"{ApiScene.Base}/indkaldelser/{number}", $"{ApiScene.Base}/{number}", $"/{number}", $"/fejl/{number}", $"/min-side?cpr={number}", $"/moeder/{number}" })
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        }

        Assert.NotEmpty(log.Lines);
        Assert.Equal(hasFrameworksLines, log.Lines.Any(line => line.Contains("Executing endpoint", StringComparison.Ordinal)));
        Assert.DoesNotContain(log.Lines, line => line.Contains(number, StringComparison.Ordinal));
    }

    /// <summary>Names and tags of all activities, of whatever source.</summary>
    private sealed class TraceCapture : IDisposable
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _values = new();
        private readonly ActivityListener _listener;

        public TraceCapture()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => _values.Enqueue(
                    activity.DisplayName + string.Concat(activity.TagObjects.Select(tag => $"\n{tag.Key}={tag.Value}"))),
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IReadOnlyCollection<string> Values => _values;

        public void Dispose() => _listener.Dispose();
    }
}
