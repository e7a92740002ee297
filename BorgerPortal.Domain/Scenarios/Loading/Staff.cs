using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>The jobcentres and their caseworkers: few, and referred to by almost every row, so they are read once.</summary>
internal sealed record Staff(
    Dictionary<string, JobCentre> JobCentres,
    Dictionary<(string JobCentreCode, string Identifier), CaseWorker> CaseWorkers)
{
    public static async Task<Staff> ReadAsync(BookingDbContext context, CancellationToken cancellationToken) => new(
        await context.JobCentres.ToDictionaryAsync(centre => centre.Code, cancellationToken),
        await context.CaseWorkers.ToDictionaryAsync(worker => (worker.JobCentreCode, worker.Identifier), cancellationToken));
}
