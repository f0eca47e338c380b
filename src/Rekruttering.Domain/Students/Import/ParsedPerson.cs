using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Students.Import;

/// <summary>One row, understood. What the row does not say is null, and never wipes out what the register knows.</summary>
public sealed record ParsedPerson
{
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public int? BirthYear { get; init; }

    /// <summary>Today's number.</summary>
    public string? HomeKommune { get; init; }

    public string? StudyPlaceCode { get; init; }

    /// <summary>As written, where there is no such place; the name of a place that the kommune has added.</summary>
    public string? StudyPlaceText { get; init; }

    /// <inheritdoc cref="StudentDetails.StudyTerms"/>
    public int? StudyTerms { get; init; }

    /// <inheritdoc cref="StudentDetails.PreclinicalYears"/>
    public int? PreclinicalYears { get; init; }

    public string? CountryCode { get; init; }
    public Term? StartTerm { get; init; }
    public int? GraduationYear { get; init; }
    public int? GraduationMonth { get; init; }
    public Progression? Progression { get; init; }
    public int? DelayTerms { get; init; }

    /// <summary>Only of somebody who is on leave.</summary>
    public Term? LeaveFrom { get; init; }

    /// <summary>The term in which the list was read, where it says how the studies run: a leave that is over by then has cost the terms before it.</summary>
    public Term? ReadIn { get; init; }

    public DateOnly? LicenceFrom { get; init; }

    /// <summary>Only with the day it holds from.</summary>
    public DateOnly? LicenceTo { get; init; }

    public WrittenForm? WrittenForm { get; init; }

    /// <summary>A colleague of the kommune.</summary>
    public Guid? ContactPersonId { get; init; }

    /// <summary>As written, where it is no colleague.</summary>
    public string? ContactName { get; init; }

    public string? Note { get; init; }
    public Ties Ties { get; init; } = Ties.None;
    public required string Source { get; init; }
    public required LegalBasis LegalBasis { get; init; }
    public required DateOnly CollectedOn { get; init; }

    /// <summary>The key of the address, null without one.</summary>
    public string? EmailKey => Email?.ToLowerInvariant();

    /// <summary>The key of the name, for finding the same person spelled otherwise.</summary>
    public string NameKey => SearchText.NameKey($"{FirstName} {LastName}");

    /// <summary>The details of a student who is not in the register.</summary>
    public StudentDetails AsNew() => Over(new StudentDetails
    {
        FirstName = FirstName,
        LastName = LastName,
        Source = Source,
        LegalBasis = LegalBasis,
        CollectedOn = CollectedOn,
    });

    /// <summary>
    /// What the register knows, with what the row says on top. Source, legal basis and date stay: consent is the student's, not the list's.
    /// A name that lost a letter in the file does not replace the whole one.
    /// </summary>
    public StudentDetails Over(StudentDetails known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return ReadIn is { } now ? OnTop(known).After(known, now) : OnTop(known);
    }

    StudentDetails OnTop(StudentDetails known) => known with
    {
        FirstName = Mended(FirstName, known.FirstName),
        LastName = Mended(LastName, known.LastName),
        Email = EmailKey is null || EmailKey == known.Email?.ToLowerInvariant() ? known.Email ?? Email : Email,
        Phone = Phone ?? known.Phone,
        BirthYear = BirthYear ?? known.BirthYear,
        HomeKommune = HomeKommune ?? known.HomeKommune,
        StudyPlaceCode = SaysPlace ? StudyPlaceCode : known.StudyPlaceCode,
        StudyPlaceText = SaysPlace ? StudyPlaceText : known.StudyPlaceText,
        StudyTerms = SaysPlace ? StudyTerms : known.StudyTerms,
        PreclinicalYears = SaysPlace ? PreclinicalYears : known.PreclinicalYears,
        CountryCode = CountryCode ?? known.CountryCode,
        StartTerm = StartTerm ?? known.StartTerm,
        GraduationYear = GraduationYear ?? known.GraduationYear,
        GraduationMonth = GraduationMonth ?? (GraduationYear is null || GraduationYear == known.GraduationYear ? known.GraduationMonth : null),
        Progression = Progression ?? known.Progression,
        DelayTerms = DelayTerms ?? known.DelayTerms,
        LeaveFrom = LeaveFrom ?? known.LeaveFrom,
        LicenceFrom = LicenceFrom ?? known.LicenceFrom,
        LicenceTo = LicenceTo ?? (LicenceFrom is null || LicenceFrom == known.LicenceFrom ? known.LicenceTo : null),
        WrittenForm = WrittenForm ?? known.WrittenForm,
        ContactPersonId = SaysContact ? ContactPersonId : known.ContactPersonId,
        ContactName = SaysContact ? ContactName : known.ContactName,
        Note = Note ?? known.Note,
        // What somebody wrote about a tie stays; the list may add a tie.
        Ties = known.Ties.And(Ties),
    };

    bool SaysContact => ContactPersonId is not null || ContactName is not null;

    bool SaysPlace => StudyPlaceCode is not null || StudyPlaceText is not null;

    static string Mended(string fromFile, string known) =>
        LostLetter.In(fromFile) && LostLetter.Fits(SearchText.Fold(fromFile), SearchText.Fold(known)) ? known : fromFile;
}

/// <summary>What one row turned out to be.</summary>
/// <param name="Person">The person, or null when the row is refused.</param>
/// <param name="Warnings">What was left empty or needs mending, each naming its column.</param>
/// <param name="Refusals">Why the row cannot be taken in, each naming its column; empty when it can.</param>
/// <param name="Question">The split kommune that may be answered once for the file, when that is the only thing in the way.</param>
/// <param name="UnknownPlace">The study place as it is written, when nobody has said yet what it means.</param>
public sealed record RowReading(ParsedPerson? Person, IReadOnlyList<string> Warnings, IReadOnlyList<string> Refusals, string? Question = null, string? UnknownPlace = null)
{
    /// <summary>True when the row can be taken in.</summary>
    public bool IsRefused => Person is null;

    /// <summary>All reasons as one text.</summary>
    public string Reason => string.Join(" ", Refusals);
}

/// <summary>The one answer for the whole file, for rows whose own cells say nothing.</summary>
public sealed record FileAnswers(string? Source = null, LegalBasis? LegalBasis = null, DateOnly? CollectedOn = null)
{
    /// <summary>Which of today's kommuner is meant by one that was split.</summary>
    public IReadOnlyList<SplitAnswer> Splits { get; init; } = [];
}

/// <summary>What is meant, in one file, by a kommune that was split.</summary>
/// <param name="Was">The name of the kommune that was ("Snillfjord").</param>
/// <param name="Number">One of the kommuner it became.</param>
public sealed record SplitAnswer(string Was, string Number)
{
    /// <summary>An answer, when <paramref name="was"/> (a number or a name) is a kommune that was split and <paramref name="number"/> one of its parts; else null.</summary>
    public static SplitAnswer? Of(string? was, string? number)
    {
        var match = Kommuner.Resolve(was);
        // "1504" was Ålesund before others joined it, and lies in one kommune: the name alone would mean the one that was split.
        if (match is { Kind: KommuneMatchKind.Found, FormerName: not null }) return null;
        var name = match.FormerName ?? was;
        return Kommuner.PartsOf(name).Any(part => part.Number == number) ? new(name!, number!) : null;
    }
}
