using BorgerPortal.Domain.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class EvidenceHandlingMapping : IEntityTypeConfiguration<EvidenceHandling>
{
    public void Configure(EntityTypeBuilder<EvidenceHandling> builder)
    {
        builder.ToTable("evidence_handlings");
        builder.HasIndex(handling => handling.ReceiptId);
        builder.HasOne<EvidenceReceipt>().WithMany().HasForeignKey(handling => handling.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(handling => handling.Note).HasMaxLength(EvidenceHandling.LongestNote);
    }
}
