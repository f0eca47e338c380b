using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class SegmentConfiguration : IEntityTypeConfiguration<Segment>
{
    public void Configure(EntityTypeBuilder<Segment> builder)
    {
        builder.Property(s => s.KommuneNumber).HasMaxLength(4);
        builder.Property(s => s.Name).HasMaxLength(Segment.LongestName);
        builder.Property(s => s.NameKey).HasMaxLength(2 * Segment.LongestName);
        builder.Property(s => s.Query).HasMaxLength(1000);
        builder.HasIndex(s => new { s.KommuneNumber, s.NameKey }).IsUnique();
    }
}

internal sealed class BulkChangeConfiguration : IEntityTypeConfiguration<BulkChange>
{
    public void Configure(EntityTypeBuilder<BulkChange> builder)
    {
        builder.Property(c => c.KommuneNumber).HasMaxLength(4);
        builder.Property(c => c.What).HasMaxLength(BulkChange.LongestText);
        builder.Property(c => c.Choice).HasMaxLength(BulkChange.LongestText);
        builder.HasIndex(c => new { c.KommuneNumber, c.At });
    }
}

internal sealed class BulkChangeRowConfiguration : IEntityTypeConfiguration<BulkChangeRow>
{
    public void Configure(EntityTypeBuilder<BulkChangeRow> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.KommuneNumber).HasMaxLength(4);
        builder.Property(r => r.Before).HasMaxLength(500);
        builder.Property(r => r.After).HasMaxLength(500);
        builder.HasIndex(r => new { r.BulkChangeId, r.StudentId }).IsUnique();
        builder.HasIndex(r => r.StudentId);
        builder.HasOne<BulkChange>().WithMany().HasForeignKey(r => r.BulkChangeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Student>().WithMany().HasForeignKey(r => r.StudentId).OnDelete(DeleteBehavior.Cascade);
    }
}
