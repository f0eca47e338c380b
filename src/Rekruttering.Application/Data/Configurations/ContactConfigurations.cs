using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class TimelineConfiguration : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.Property(e => e.KommuneNumber).HasMaxLength(4);
        builder.Property(e => e.Summary).HasMaxLength(500);
        builder.HasIndex(e => new { e.StudentId, e.KommuneNumber, e.At, e.Kind });
        builder.HasIndex(e => new { e.KommuneNumber, e.At });
        builder.HasOne<Student>().WithMany().HasForeignKey(e => e.StudentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InquiryConfiguration : IEntityTypeConfiguration<Inquiry>
{
    public void Configure(EntityTypeBuilder<Inquiry> builder)
    {
        builder.Property(i => i.KommuneNumber).HasMaxLength(4);
        builder.Property(i => i.Text).HasMaxLength(Inquiry.MostCharacters);
        builder.HasIndex(i => new { i.KommuneNumber, i.SettledAt });
        builder.HasOne<Student>().WithMany().HasForeignKey(i => i.StudentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<JobOffer>().WithMany().HasForeignKey(i => i.OfferId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.Property(m => m.KommuneNumber).HasMaxLength(4);
        builder.Property(m => m.Key).HasMaxLength(120);
        builder.Property(m => m.ToAddress).HasMaxLength(254);
        builder.Property(m => m.Line).HasMaxLength(RecipientDomain.Longest);
        builder.Property(m => m.ClaimedBy).HasMaxLength(60);
        builder.Property(m => m.ServerAnswer).HasMaxLength(Message.LongestAnswer);
        builder.Property(m => m.Subject).HasMaxLength(300);
        builder.Property(m => m.CalendarMethod).HasMaxLength(10);
        builder.HasIndex(m => m.Key).IsUnique();
        // Only what is held, and only what has left: what a mail writes is mostly its indexes.
        builder.HasIndex(m => m.ClaimedUntil).HasFilter("\"ClaimedUntil\" IS NOT NULL");
        builder.HasIndex(m => m.HandedOverAt).HasFilter("\"HandedOverAt\" IS NOT NULL");
        // Claims: the due rows of one campaign, or those of none (personal mail), and of one line, without looking at the others.
        builder.HasIndex(m => new { m.CampaignId, m.State, m.Line, m.DueAt });
        builder.HasIndex(m => m.StudentId);
        builder.HasOne<Student>().WithMany().HasForeignKey(m => m.StudentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PersonalLinkConfiguration : IEntityTypeConfiguration<PersonalLink>
{
    public void Configure(EntityTypeBuilder<PersonalLink> builder)
    {
        builder.HasKey(l => l.Hash);
        builder.Property(l => l.Hash).HasMaxLength(64);
        builder.Property(l => l.KommuneNumber).HasMaxLength(4);
        builder.HasIndex(l => l.StudentId);
        builder.HasIndex(l => l.OfferId).HasFilter("\"OfferId\" IS NOT NULL");
        builder.HasOne<Student>().WithMany().HasForeignKey(l => l.StudentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<JobOffer>().WithMany().HasForeignKey(l => l.OfferId).OnDelete(DeleteBehavior.Cascade);
    }
}
