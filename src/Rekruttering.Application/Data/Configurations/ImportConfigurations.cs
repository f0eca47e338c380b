using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.Property(b => b.KommuneNumber).HasMaxLength(4);
        builder.Property(b => b.FileName).HasMaxLength(200);
        builder.Property(b => b.Source).HasMaxLength(200);
        builder.Property(b => b.Fingerprint).HasMaxLength(64);
        builder.HasIndex(b => new { b.KommuneNumber, b.CreatedAt });
        builder.HasIndex(b => b.Status);
    }
}

internal sealed class ImportRowConfiguration : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.Property(r => r.KommuneNumber).HasMaxLength(4);
        builder.Property(r => r.Who).HasMaxLength(ImportRow.WhoLength);
        builder.Property(r => r.Question).HasMaxLength(100);
        builder.Property(r => r.UnknownPlace).HasMaxLength(Domain.Places.StudyPlaceName.LongestText);
        builder.HasIndex(r => new { r.BatchId, r.Number }).IsUnique();
        builder.HasIndex(r => new { r.BatchId, r.Outcome });
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(r => r.BatchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Student>().WithMany().HasForeignKey(r => r.StudentId).OnDelete(DeleteBehavior.SetNull);
    }
}
