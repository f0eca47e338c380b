using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Privacy;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class ExportRecordConfiguration : IEntityTypeConfiguration<ExportRecord>
{
    public void Configure(EntityTypeBuilder<ExportRecord> builder)
    {
        builder.Property(e => e.KommuneNumber).HasMaxLength(4);
        builder.Property(e => e.Choice).HasMaxLength(ExportRecord.ChoiceLength);
        builder.Property(e => e.Format).HasMaxLength(10);
        builder.HasIndex(e => new { e.KommuneNumber, e.At });
    }
}
