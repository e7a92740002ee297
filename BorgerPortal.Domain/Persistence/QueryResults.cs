namespace BorgerPortal.Domain.Persistence;

/// <summary>What compiled queries give is read to its end before anybody looks at it.</summary>
internal static class QueryResults
{
    public static async Task<List<T>> CollectAsync<T>(this IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var list = new List<T>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            list.Add(row);
        }

        return list;
    }
}
