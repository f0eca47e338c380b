using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Students.Duplicates;
using Rekruttering.Domain.Students;
using Rekruttering.Infrastructure.Database;

namespace Rekruttering.Tests.Guards;

/// <summary>Whoever gives a student a new table or a new field meets the merge here, and not by a row that was lost.</summary>
[Trait("Engine", "Any")]
public sealed class MergingTakesAllAlong
{
    /// <summary>Moved by MergedRows, or settled by MergeClashes or Student.TakeOver. Add a table here when one of them knows it.</summary>
    private static readonly string[] Known =
    [
        "BulkChangeRow.StudentId", "ImportRow.StudentId", "Inquiry.StudentId", "JobOffer.StudentId", "Lis1Wishes.StudentId", "Message.StudentId", "PersonalLink.StudentId", "Reservation.StudentId",
        "StudentAlias.StudentId", "StudentMerge.KeptId", "TimelineEntry.StudentId", "TwoPersons.FirstId", "TwoPersons.SecondId",
    ];

    [Fact]
    public void Every_table_that_knows_a_student_is_known_to_the_merge()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        var tables = db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()).Where(key => key.PrincipalEntityType.ClrType == typeof(Student))
            .Select(key => $"{key.DeclaringEntityType.ClrType.Name}.{key.Properties[0].Name}").Order(StringComparer.Ordinal);
        Assert.Equal(Known, tables);
    }

    [Fact]
    public void Every_field_of_a_student_can_be_chosen_and_put_back()
    {
        var one = new StudentDetails { FirstName = "Ola", LastName = "Vik", Source = "A", LegalBasis = LegalBasis.Consent, CollectedOn = new(2026, 1, 2) };
        var other = one with { };
        foreach (var property in typeof(StudentDetails).GetProperties())
            property.SetValue(other, Another(property.PropertyType));
        Assert.Equal(other, MergeGroup.All.Aggregate(one, (details, group) => group.Copy(details, other)));
    }

    private static object Another(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Another(inner)
        : type == typeof(string) ? "noe annet"
        : type == typeof(int) ? 7
        : type == typeof(Guid) ? Guid.CreateVersion7()
        : type == typeof(DateOnly) ? new DateOnly(2030, 3, 4)
        : type == typeof(Term) ? new Term(2024, Season.Spring)
        : type == typeof(Ties) ? new Ties("Født her")
        : type.IsEnum ? Enum.GetValues(type).GetValue(1)!
        : throw new NotSupportedException($"Say here what another {type.Name} is.");
}
