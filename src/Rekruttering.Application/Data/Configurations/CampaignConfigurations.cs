using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Campaigns;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class MailTemplateConfiguration : IEntityTypeConfiguration<MailTemplate>
{
    public void Configure(EntityTypeBuilder<MailTemplate> builder)
    {
        builder.Property(t => t.KommuneNumber).HasMaxLength(4);
        builder.Property(t => t.Name).HasMaxLength(120);
        builder.HasIndex(t => new { t.KommuneNumber, t.Name });
        builder.HasMany(t => t.Versions).WithOne().HasForeignKey(v => v.TemplateId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TemplateVersionConfiguration : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.KommuneNumber).HasMaxLength(4);
        builder.Property(v => v.SubjectNb).HasMaxLength(200);
        builder.Property(v => v.SubjectNn).HasMaxLength(200);
        builder.Ignore(v => v.Content);
        builder.HasIndex(v => new { v.TemplateId, v.Number }).IsUnique();
    }
}

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.Property(c => c.KommuneNumber).HasMaxLength(4);
        builder.Property(c => c.Name).HasMaxLength(120);
        builder.Property(c => c.Audience).HasMaxLength(1000);
        builder.Property(c => c.PauseReason).HasMaxLength(500);
        builder.Property(c => c.EventPlace).HasMaxLength(200);
        builder.Ignore(c => c.Event);
        builder.HasIndex(c => new { c.KommuneNumber, c.CreatedAt });
        builder.HasIndex(c => new { c.Status, c.ScheduledAt });
        builder.HasOne<MailTemplate>().WithMany().HasForeignKey(c => c.TemplateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TemplateVersion>().WithMany().HasForeignKey(c => c.TemplateVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}
