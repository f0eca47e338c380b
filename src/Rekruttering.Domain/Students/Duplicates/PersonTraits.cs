using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students.Import;

namespace Rekruttering.Domain.Students.Duplicates;

/// <summary>What is known of who somebody is: all that <see cref="DuplicateRules"/> look at, folded once.</summary>
public sealed class PersonTraits
{
    private string[]? _firstWords, _lastWords;

    public PersonTraits(string firstName, string lastName, string? email, string? phone, int? birthYear, string? studyPlaceCode)
        : this(firstName, SearchText.NameKey($"{firstName} {lastName}"), SearchText.NameKey(lastName), email?.ToLowerInvariant(), phone, birthYear, studyPlaceCode) { }

    /// <summary>From what a row of the register has folded already.</summary>
    public PersonTraits(string firstName, string nameKey, string familyKey, string? emailKey, string? phone, int? birthYear, string? studyPlaceCode) =>
        (FirstName, NameKey, FamilyKey, EmailKey, Phone, BirthYear, StudyPlaceCode) = (firstName, nameKey, familyKey, emailKey, phone, birthYear, studyPlaceCode);

    public string FirstName { get; }

    /// <summary>See <see cref="SearchText.NameKey"/>: the words of the whole name, in order of the alphabet.</summary>
    public string NameKey { get; }

    /// <summary>The same of the last name alone.</summary>
    public string FamilyKey { get; }

    public string? EmailKey { get; }

    /// <summary>E.164.</summary>
    public string? Phone { get; }

    public int? BirthYear { get; }
    public string? StudyPlaceCode { get; }

    /// <summary>The folded words of the first name.</summary>
    public IReadOnlyList<string> FirstWords => _firstWords ??= SearchText.NameKey(FirstName).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The folded words of the last name.</summary>
    public IReadOnlyList<string> LastWords => _lastWords ??= FamilyKey.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static PersonTraits Of(StudentDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new(details.FirstName, details.LastName, details.Email, details.Phone, details.BirthYear, details.StudyPlaceCode);
    }

    public static PersonTraits Of(Student student)
    {
        ArgumentNullException.ThrowIfNull(student);
        return new(student.FirstName, student.NameKey, student.FamilyKey, student.EmailKey, student.Phone, student.BirthYear, student.StudyPlaceCode);
    }

    public static PersonTraits Of(ParsedPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new(person.FirstName, person.LastName, person.Email, person.Phone, person.BirthYear, person.StudyPlaceCode);
    }

    /// <summary>True when nothing at all tells the two apart: what is unknown of one is unknown of the other.</summary>
    public bool IsExactly(PersonTraits other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (NameKey, EmailKey, Phone, BirthYear, StudyPlaceCode) == (other.NameKey, other.EmailKey, other.Phone, other.BirthYear, other.StudyPlaceCode);
    }
}
