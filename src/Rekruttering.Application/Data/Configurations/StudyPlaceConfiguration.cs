using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Places;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class StudyPlaceConfiguration : IEntityTypeConfiguration<StudyPlace>
{
    public void Configure(EntityTypeBuilder<StudyPlace> builder)
    {
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.Name).HasMaxLength(150);
        builder.Property(p => p.City).HasMaxLength(80);
        builder.Property(p => p.CountryCode).HasMaxLength(2);
        builder.HasData(StudyPlaceCatalogue.All.Select(p => new StudyPlace { Code = p.Code, Name = p.Name, City = p.City, CountryCode = p.Country }));
    }
}
