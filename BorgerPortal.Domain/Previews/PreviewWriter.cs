using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;

namespace BorgerPortal.Domain.Previews;

/// <summary>
/// The writer of a preview, which writes nothing. What only tells of a look or of a refusal is forgotten, so that an
/// operation answers as it would answer the citizen; whatever would change something ends in a <see cref="PreviewException"/>.
/// </summary>
internal sealed class PreviewWriter : IBookingWriter
{
    public Task<WriteRefusal?> ApplyAsync(WritePlan plan) =>
        plan.Writes.All(OnlyTells) ? Task.FromResult<WriteRefusal?>(null) : throw new PreviewException();

    public Task<T> RunAloneAsync<T>(Func<BookingDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        throw new PreviewException();

    private static bool OnlyTells(Write write) => write switch
    {
        WriteAudit { Entry: var entry } => entry.Codes.Count > 0 || AuditNames.IsLook(entry.Operation),
        FileErrorReport { Report: var report } => report.FiledByPortal,
        StoreAnswer => true,
        _ => false,
    };
}
