using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Lis1;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class Lis1WishesConfiguration : IEntityTypeConfiguration<Lis1Wishes>
{
    public void Configure(EntityTypeBuilder<Lis1Wishes> builder)
    {
        builder.Property(w => w.KommuneNumber).HasMaxLength(4);
        builder.Property(w => w.Comment).HasMaxLength(1000);
        builder.HasIndex(w => new { w.StudentId, w.Intake }).IsUnique();
        builder.HasIndex(w => new { w.KommuneNumber, w.Intake });
        builder.HasOne<Student>().WithMany().HasForeignKey(w => w.StudentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(w => w.Hospitals).WithOne().HasForeignKey(h => h.ListId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class Lis1WishConfiguration : IEntityTypeConfiguration<Lis1Wish>
{
    public void Configure(EntityTypeBuilder<Lis1Wish> builder)
    {
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.KommuneNumber).HasMaxLength(4);
        builder.HasIndex(w => new { w.ListId, w.Rank }).IsUnique();
        builder.HasOne<Hospital>().WithMany().HasForeignKey(w => w.HospitalCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HospitalConfiguration : IEntityTypeConfiguration<Hospital>
{
    public void Configure(EntityTypeBuilder<Hospital> builder)
    {
        builder.HasKey(h => h.Code);
        builder.Property(h => h.Code).HasMaxLength(40);
        builder.Property(h => h.Name).HasMaxLength(100);
        builder.Property(h => h.Helseforetak).HasMaxLength(100);
        builder.Property(h => h.RegionaltHelseforetak).HasMaxLength(100);
        builder.HasData(HospitalCatalogue.All.Select(h => new Hospital
        {
            Code = h.Code,
            Name = h.Name,
            Helseforetak = h.Helseforetak,
            RegionaltHelseforetak = h.Rhf,
        }));
    }
}
