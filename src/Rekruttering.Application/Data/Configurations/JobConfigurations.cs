using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class SummerJobConfiguration : IEntityTypeConfiguration<SummerJob>
{
    public void Configure(EntityTypeBuilder<SummerJob> builder)
    {
        builder.Property(j => j.KommuneNumber).HasMaxLength(4);
        builder.Property(j => j.Title).HasMaxLength(120);
        builder.Property(j => j.Workplace).HasMaxLength(120);
        builder.Property(j => j.Description).HasMaxLength(4000);
        builder.Property(j => j.Pay).HasMaxLength(300);
        builder.Property(j => j.Housing).HasMaxLength(300);
        builder.Property(j => j.ContactName).HasMaxLength(120);
        builder.Property(j => j.ContactPhone).HasMaxLength(20);
        builder.Property(j => j.AdUrl).HasMaxLength(500);
        builder.Ignore(j => j.Details);
        builder.HasIndex(j => new { j.KommuneNumber, j.Status });
    }
}

internal sealed class JobOfferConfiguration : IEntityTypeConfiguration<JobOffer>
{
    public void Configure(EntityTypeBuilder<JobOffer> builder)
    {
        builder.Property(o => o.KommuneNumber).HasMaxLength(4);
        builder.Property(o => o.StudentMessage).HasMaxLength(2000);
        builder.Property(o => o.PersonalWords).HasMaxLength(1000);
        builder.Ignore(o => o.HoldsSeat);
        builder.HasIndex(o => new { o.JobId, o.StudentId }).IsUnique();
        builder.HasIndex(o => o.StudentId);
        builder.HasIndex(o => new { o.Status, o.Deadline });
        builder.HasOne<SummerJob>().WithMany().HasForeignKey(o => o.JobId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Student>().WithMany().HasForeignKey(o => o.StudentId).OnDelete(DeleteBehavior.Cascade);
    }
}
