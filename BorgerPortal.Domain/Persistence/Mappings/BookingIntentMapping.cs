using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed class BookingIntentMapping : IEntityTypeConfiguration<BookingIntent>
{
    public void Configure(EntityTypeBuilder<BookingIntent> builder)
    {
        builder.ToTable("booking_intents");

        // No foreign key to the booking: one that came to nothing is gone, and what was asked stays.
        builder.Property(intent => intent.Id).ValueGeneratedNever();
        builder.HasIndex(intent => intent.BookingId);
        builder.Ignore(intent => intent.Caller);
        builder.Property(intent => intent.Moved).HasConversion(moved => Conversions.ToJson(moved), text => Conversions.FromJson<MovedBooking>(text));
        builder.HasOne<Citizen>().WithMany().HasForeignKey(intent => intent.CitizenId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(intent => intent.ReserveRequest).HasMaxLength(RequestKey.LongestId);
        builder.Property(intent => intent.ConfirmRequest).HasMaxLength(RequestKey.LongestId);
        builder.Property(intent => intent.ReleaseRequest).HasMaxLength(RequestKey.LongestId);
        builder.HasIndex(intent => intent.NextTryAt).HasFilter($"step <> {(int)IntentStep.Settled}");
    }
}
