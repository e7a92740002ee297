using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;

namespace BorgerPortal.Domain.Daily;

/// <summary>Removes the answers of request ids that are kept no longer.</summary>
public sealed class OutlivedAnswers(IBookingWriter writer, TimeProvider clock)
{
    /// <param name="holdAsync">Called before each part; throws where the job is no longer this portal's.</param>
    /// <param name="cancellationToken">Ends it between two parts.</param>
    /// <returns>In how many parts.</returns>
    internal async Task<int> RemoveAsync(Func<Task> holdAsync, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - StoredAnswer.Lifetime;
        for (var parts = 0; ; parts++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await holdAsync();
            if (await writer.ApplyAsync(new WritePlan([new RemoveAnswers(before)])) is not null)
            {
                return parts;
            }
        }
    }
}
