using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Data.Configurations;

internal sealed class StudentConfiguration : IEntityTypeConfiguration<Student>
{
    public void Configure(EntityTypeBuilder<Student> builder)
    {
        builder.Property(s => s.KommuneNumber).HasMaxLength(4);
        builder.Property(s => s.FirstName).HasMaxLength(100);
        builder.Property(s => s.LastName).HasMaxLength(100);
        builder.Property(s => s.SearchName).HasMaxLength(400);
        builder.Property(s => s.NameKey).HasMaxLength(400);
        builder.Property(s => s.FamilyKey).HasMaxLength(200);
        builder.Property(s => s.Email).HasMaxLength(254);
        builder.Property(s => s.EmailKey).HasMaxLength(254);
        builder.Property(s => s.Phone).HasMaxLength(16);
        builder.Property(s => s.HomeKommune).HasMaxLength(4);
        builder.Property(s => s.StudyPlaceCode).HasMaxLength(40);
        builder.Property(s => s.StudyPlaceText).HasMaxLength(200);
        builder.Property(s => s.SearchPlace).HasMaxLength(500);
        builder.Property(s => s.CountryCode).HasMaxLength(2);
        builder.Property(s => s.TieGrewUp).HasMaxLength(Ties.LongestWords);
        builder.Property(s => s.TieFamily).HasMaxLength(Ties.LongestWords);
        builder.Property(s => s.TiePartner).HasMaxLength(Ties.LongestWords);
        builder.Property(s => s.TieOther).HasMaxLength(Ties.LongestWords);
        builder.Property(s => s.ContactName).HasMaxLength(100);
        builder.Property(s => s.Note).HasMaxLength(4000);
        builder.Property(s => s.Source).HasMaxLength(200);
        builder.Ignore(s => s.Details);
        builder.Ignore(s => s.Ties);
        builder.Ignore(s => s.Plan);
        builder.Property(s => s.SearchWords).HasMaxLength(1200);
        // The list by name with all it filters on: of 100,000 students a page takes 0.1 ms.
        builder.HasIndex(s => new { s.KommuneNumber, s.Status, s.SearchName, s.Id, s.StagedFrom, s.HeldSemester, s.LastTerm, s.Progression, s.CountryCode, s.StudyPlaceCode, s.HomeKommune, s.LicenceFrom, s.LicenceTo })
            .HasDatabaseName("IX_Students_List");
        // The students of one place are put in order by name when they are shown. With their names the index was as large as the one above, and a fifth of an import's writing.
        builder.HasIndex(s => new { s.KommuneNumber, s.Status, s.SearchPlace });
        builder.HasIndex(s => new { s.KommuneNumber, s.Status, s.StagedFrom, s.HeldSemester, s.LastTerm, s.Progression });
        builder.HasIndex(s => new { s.KommuneNumber, s.EmailKey });
        builder.HasIndex(s => new { s.KommuneNumber, s.NameKey });
        builder.HasIndex(s => new { s.KommuneNumber, s.FamilyKey, s.BirthYear });
        builder.HasIndex(s => new { s.KommuneNumber, s.Phone });
        builder.HasMany(s => s.Reservations).WithOne().HasForeignKey(r => r.StudentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReservationConfiguration : IEntityTypeConfiguration<Reservation>
{
    public void Configure(EntityTypeBuilder<Reservation> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.KommuneNumber).HasMaxLength(4);
        builder.HasIndex(r => new { r.StudentId, r.Scope }).IsUnique();
    }
}
