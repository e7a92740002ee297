using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class PlannedTimeslotCaseWorkerMapping : IEntityTypeConfiguration<PlannedTimeslotCaseWorker>
{
    public void Configure(EntityTypeBuilder<PlannedTimeslotCaseWorker> builder)
    {
        builder.ToTable("timeslot_case_workers");
        builder.HasKey(link => new { link.TimeslotId, link.CaseWorkerId });
        builder.HasOne<PlannedTimeslot>().WithMany().HasForeignKey(link => link.TimeslotId);
        builder.HasOne<CaseWorker>().WithMany().HasForeignKey(link => link.CaseWorkerId).OnDelete(DeleteBehavior.Restrict);
    }
}
