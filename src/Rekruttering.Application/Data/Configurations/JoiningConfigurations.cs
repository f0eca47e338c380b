using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Students.Joining;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class SignUpConfiguration : IEntityTypeConfiguration<SignUp>
{
    public void Configure(EntityTypeBuilder<SignUp> builder)
    {
        builder.Property(s => s.KommuneNumber).HasMaxLength(4);
        builder.Property(s => s.EmailKey).HasMaxLength(254);
        builder.Property(s => s.UnwantedText).HasMaxLength(100);
        builder.HasIndex(s => new { s.KommuneNumber, s.EmailKey });
        builder.HasIndex(s => new { s.KommuneNumber, s.CreatedAt });
        builder.HasIndex(s => s.ExpiresAt);
    }
}

internal sealed class SignUpLinkConfiguration : IEntityTypeConfiguration<SignUpLink>
{
    public void Configure(EntityTypeBuilder<SignUpLink> builder)
    {
        builder.HasKey(l => l.Hash);
        builder.Property(l => l.Hash).HasMaxLength(64);
        builder.Property(l => l.KommuneNumber).HasMaxLength(4);
        builder.HasOne<SignUp>().WithMany().HasForeignKey(l => l.SignUpId).OnDelete(DeleteBehavior.Cascade);
    }
}
