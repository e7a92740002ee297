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
