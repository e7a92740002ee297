using System.Text.RegularExpressions;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorgerPortal.Domain.Persistence.Mappings;

internal sealed partial class BookingMapping : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("bookings");
        builder.Property(booking => booking.Id).ValueGeneratedNever();
        builder.Property(booking => booking.Moves).HasDefaultValue(0);
        builder.HasOne<Citizen>().WithMany().HasForeignKey(booking => booking.CitizenId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(booking => booking.Details, details =>
        {
            details.Property(d => d.Title).HasMaxLength(100);
            details.Property(d => d.Description).HasMaxLength(500);
            details.ComplexProperty(d => d.Supervisor, supervisor => NameColumns(supervisor.Metadata.ComplexType, "supervisor_"));
            details.Property(d => d.Location).HasConversion(Conversions.LocationConverter);
            details.Property(d => d.Participants)
                .HasConversion(new Conversions.JsonList<Participant>(), new Conversions.ListComparer<Participant>());
            NameColumns(details.Metadata.ComplexType, prefix: "");
            details.Property(d => d.Start).HasColumnName("starts_at");
            details.Property(d => d.End).HasColumnName("ends_at");
        });
    }

    // The details are columns like the others: how C# groups them is nothing to the database.
    private static void NameColumns(IMutableComplexType type, string prefix)
    {
        foreach (var property in type.GetProperties())
        {
            property.SetColumnName(prefix + WordStart().Replace(property.Name, "_").ToLowerInvariant());
        }
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex WordStart();
}
