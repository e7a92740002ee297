using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class PlannedOptionCaseWorkerMapping : IEntityTypeConfiguration<PlannedOptionCaseWorker>
{
    public void Configure(EntityTypeBuilder<PlannedOptionCaseWorker> builder)
    {
        builder.ToTable("option_case_workers");
        builder.HasKey(link => new { link.OptionId, link.CaseWorkerId });
        builder.HasOne<PlannedOption>().WithMany().HasForeignKey(link => link.OptionId);
        builder.HasOne<CaseWorker>().WithMany().HasForeignKey(link => link.CaseWorkerId).OnDelete(DeleteBehavior.Restrict);
    }
}
