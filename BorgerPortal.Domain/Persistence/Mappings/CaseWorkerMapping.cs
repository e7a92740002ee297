using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class CaseWorkerMapping : IEntityTypeConfiguration<CaseWorker>
{
    public void Configure(EntityTypeBuilder<CaseWorker> builder)
    {
        builder.ToTable("case_workers");
        builder.HasIndex(worker => new { worker.JobCentreCode, worker.Identifier }).IsUnique();
        builder.Property(worker => worker.Identifier).HasMaxLength(255);
        builder.Ignore(worker => worker.FullName);
        builder.Property(worker => worker.Roles).AsWords();
        builder.HasOne<JobCentre>().WithMany().HasForeignKey(worker => worker.JobCentreCode).OnDelete(DeleteBehavior.Restrict);
    }
}
