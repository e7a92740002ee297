using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.Worklist;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class WorkHandlingMapping : IEntityTypeConfiguration<WorkHandling>
{
    public void Configure(EntityTypeBuilder<WorkHandling> builder)
    {
        builder.ToTable("work_handlings", table => table.HasCheckConstraint("ck_work_handlings_case", "(report_id IS NULL) <> (receipt_id IS NULL)"));
        builder.HasIndex(handling => new { handling.ReportId, handling.Number }).IsUnique();
        builder.HasIndex(handling => new { handling.ReceiptId, handling.Number }).IsUnique();
        builder.HasOne<ErrorReport>().WithMany().HasForeignKey(handling => handling.ReportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EvidenceReceipt>().WithMany().HasForeignKey(handling => handling.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(handling => handling.Note).HasMaxLength(WorkHandling.LongestNote);
    }
}
