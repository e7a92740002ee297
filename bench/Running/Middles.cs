namespace BorgerPortal.Bench.Running;

internal static class Middles
{
    /// <summary>The median; the upper one of two.</summary>
    public static T Middle<T>(this IEnumerable<T> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
