using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Privacy;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        builder.Property(u => u.DisplayName).HasMaxLength(120);
        builder.Property(u => u.ListColumns).HasMaxLength(200);
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasKey(m => new { m.UserId, m.KommuneNumber });
        builder.Property(m => m.KommuneNumber).HasMaxLength(4);
        builder.HasIndex(m => m.KommuneNumber);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OneTimeLinkConfiguration : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.Property(l => l.Hash).HasMaxLength(64);
        builder.HasIndex(l => l.Hash).IsUnique();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ErasureConfiguration : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.Property(e => e.KommuneNumber).HasMaxLength(4);
        builder.Property(e => e.AddressHash).HasMaxLength(64);
        builder.Property(e => e.PhoneHash).HasMaxLength(64);
        builder.Property(e => e.NameHash).HasMaxLength(64);
        builder.Property(e => e.LiftReason).HasMaxLength(Erasure.LongestReason);
        builder.HasIndex(e => new { e.KommuneNumber, e.AddressHash });
        builder.HasIndex(e => new { e.KommuneNumber, e.PhoneHash });
        builder.HasIndex(e => new { e.KommuneNumber, e.NameHash });
    }
}

internal sealed class KommuneSettingsConfiguration : IEntityTypeConfiguration<KommuneSettings>
{
    public void Configure(EntityTypeBuilder<KommuneSettings> builder)
    {
        builder.HasKey(s => s.KommuneNumber);
        builder.Property(s => s.KommuneNumber).HasMaxLength(4);
        builder.Property(s => s.SenderName).HasMaxLength(120);
        builder.Property(s => s.SenderTitle).HasMaxLength(120);
        builder.Property(s => s.ReplyTo).HasMaxLength(254);
        builder.Property(s => s.Phone).HasMaxLength(20);
        builder.Property(s => s.DpoName).HasMaxLength(120);
        builder.Property(s => s.DpoEmail).HasMaxLength(254);
        builder.Property(s => s.LegalBasisText).HasMaxLength(1000);
        builder.Property(s => s.RetentionText).HasMaxLength(1000);
    }
}
