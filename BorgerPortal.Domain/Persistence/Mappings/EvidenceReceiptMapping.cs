using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class EvidenceReceiptMapping : IEntityTypeConfiguration<EvidenceReceipt>
{
    public void Configure(EntityTypeBuilder<EvidenceReceipt> builder)
    {
        builder.ToTable("evidence_receipts");
        builder.Property(receipt => receipt.Id).ValueGeneratedNever();
        builder.HasIndex(receipt => new { receipt.JobCentreCode, receipt.At });
        builder.HasIndex(receipt => receipt.CitizenId);
        builder.HasOne<Citizen>().WithMany().HasForeignKey(receipt => receipt.CitizenId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(receipt => receipt.Answers)
            .HasConversion(new Conversions.JsonList<EvidenceAnswer>(), new Conversions.ListComparer<EvidenceAnswer>());
    }
}
