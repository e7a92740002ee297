using BorgerPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class StoredAnswerMapping : IEntityTypeConfiguration<StoredAnswer>
{
    public void Configure(EntityTypeBuilder<StoredAnswer> builder)
    {
        builder.ToTable("stored_answers");
        builder.HasKey(answer => new { answer.Client, answer.Operation, answer.RequestId });
        builder.Property(answer => answer.RequestId).HasMaxLength(RequestKey.LongestId);
        builder.Property(answer => answer.Errors).AsWords();
        builder.HasIndex(answer => answer.AnsweredAt);
        builder.HasIndex(answer => answer.BookingId).HasFilter("pending");
    }
}
