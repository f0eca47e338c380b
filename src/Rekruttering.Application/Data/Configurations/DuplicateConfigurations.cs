using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Duplicates;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class TwoPersonsConfiguration : IEntityTypeConfiguration<TwoPersons>
{
    public void Configure(EntityTypeBuilder<TwoPersons> builder)
    {
        builder.Property(p => p.KommuneNumber).HasMaxLength(4);
        builder.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
        builder.HasIndex(p => new { p.KommuneNumber, p.At });
        builder.HasOne<Student>().WithMany().HasForeignKey(p => p.FirstId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Student>().WithMany().HasForeignKey(p => p.SecondId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StudentAliasConfiguration : IEntityTypeConfiguration<StudentAlias>
{
    public void Configure(EntityTypeBuilder<StudentAlias> builder)
    {
        builder.Property(a => a.KommuneNumber).HasMaxLength(4);
        builder.Property(a => a.EmailKey).HasMaxLength(254);
        builder.Property(a => a.NameKey).HasMaxLength(400);
        builder.HasIndex(a => new { a.KommuneNumber, a.EmailKey });
        builder.HasIndex(a => new { a.KommuneNumber, a.NameKey });
        builder.HasOne<Student>().WithMany().HasForeignKey(a => a.StudentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StudentMerge>().WithMany().HasForeignKey(a => a.MergeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StudentMergeConfiguration : IEntityTypeConfiguration<StudentMerge>
{
    public void Configure(EntityTypeBuilder<StudentMerge> builder)
    {
        builder.Property(m => m.KommuneNumber).HasMaxLength(4);
        builder.Property(m => m.AwayName).HasMaxLength(201);
        builder.HasIndex(m => new { m.KommuneNumber, m.At });
        builder.HasIndex(m => m.AwayId);
        // With the student goes all that the ledger keeps of the row that went before.
        builder.HasOne<Student>().WithMany().HasForeignKey(m => m.KeptId).OnDelete(DeleteBehavior.Cascade);
    }
}
