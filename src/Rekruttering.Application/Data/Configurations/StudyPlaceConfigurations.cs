using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Places;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class OwnStudyPlaceConfiguration : IEntityTypeConfiguration<OwnStudyPlace>
{
    public void Configure(EntityTypeBuilder<OwnStudyPlace> builder)
    {
        builder.Property(p => p.KommuneNumber).HasMaxLength(4);
        builder.Property(p => p.Name).HasMaxLength(OwnStudyPlace.LongestName);
        builder.Property(p => p.NameKey).HasMaxLength(2 * OwnStudyPlace.LongestName);
        builder.Property(p => p.City).HasMaxLength(OwnStudyPlace.LongestCity);
        builder.Property(p => p.CountryCode).HasMaxLength(2);
        builder.Ignore(p => p.Code);
        builder.Ignore(p => p.Entry);
        builder.HasIndex(p => new { p.KommuneNumber, p.NameKey }).IsUnique();
    }
}

internal sealed class StudyPlaceNameConfiguration : IEntityTypeConfiguration<StudyPlaceName>
{
    public void Configure(EntityTypeBuilder<StudyPlaceName> builder)
    {
        builder.Property(n => n.KommuneNumber).HasMaxLength(4);
        builder.Property(n => n.Text).HasMaxLength(StudyPlaceName.LongestText);
        builder.Property(n => n.Key).HasMaxLength(2 * StudyPlaceName.LongestText);
        builder.Property(n => n.PlaceCode).HasMaxLength(40);
        builder.HasIndex(n => new { n.KommuneNumber, n.Key }).IsUnique();
    }
}
