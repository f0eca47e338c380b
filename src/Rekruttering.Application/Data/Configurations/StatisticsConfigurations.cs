using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Statistics;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class StatisticsExtractConfiguration : IEntityTypeConfiguration<StatisticsExtract>
{
    public void Configure(EntityTypeBuilder<StatisticsExtract> builder)
    {
        builder.Property(e => e.KommuneNumber).HasMaxLength(4);
        builder.Property(e => e.FileName).HasMaxLength(200);
        builder.Property(e => e.Sha256).HasMaxLength(64);
        builder.Property(e => e.Title).HasMaxLength(StatisticsExtract.MostCharacters);
        builder.Property(e => e.Source).HasMaxLength(StatisticsExtract.MostCharacters);
        builder.Ignore(e => e.MayBeDiscarded);
        builder.HasIndex(e => new { e.KommuneNumber, e.Status });
        builder.HasIndex(e => new { e.KommuneNumber, e.Sha256 });
    }
}

internal sealed class StatisticsCellConfiguration : IEntityTypeConfiguration<StatisticsCell>
{
    public void Configure(EntityTypeBuilder<StatisticsCell> builder)
    {
        builder.Property(c => c.KommuneNumber).HasMaxLength(4);
        builder.Property(c => c.FromNumber).HasMaxLength(4);
        builder.Property(c => c.Country).HasMaxLength(2);
        builder.Property(c => c.Part).HasMaxLength(100);
        builder.Ignore(c => c.Value);
        builder.HasIndex(c => new { c.ExtractId, c.Year, c.Status, c.Country, c.FromNumber, c.Part }).IsUnique();
        builder.HasOne<StatisticsExtract>().WithMany().HasForeignKey(c => c.ExtractId).OnDelete(DeleteBehavior.Cascade);
    }
}
