using System.Globalization;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <summary>What somebody typed about a student, before it is checked. <see cref="Read"/> says what it means, or all that is wrong with it.</summary>
public sealed partial class StudentForm
{
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public int? BirthYear { get; set; }

    /// <summary>A number or a name, today's or a former one.</summary>
    public string? HomeKommune { get; set; }

    public string? StudyPlaceCode { get; set; }
    public string? StudyPlaceText { get; set; }

    /// <summary>Only asked for where the study place does not say it.</summary>
    public string? CountryCode { get; set; }

    public int? StartYear { get; set; }
    public Season? StartSeason { get; set; }
    public int? DelayTerms { get; set; }
    public int? GraduationYear { get; set; }
    public int? GraduationMonth { get; set; }
    public Progression Progression { get; set; }
    public WrittenForm WrittenForm { get; set; }
    public bool GrewUp { get; set; }
    public string? GrewUpWords { get; set; }
    public bool Family { get; set; }
    public string? FamilyWords { get; set; }
    public bool Partner { get; set; }
    public string? PartnerWords { get; set; }
    public bool Other { get; set; }
    public string? OtherWords { get; set; }
    public Guid? ContactPersonId { get; set; }
    public string? ContactName { get; set; }
    public int? LeaveYear { get; set; }
    public Season? LeaveSeason { get; set; }
    public DateOnly? LicenceFrom { get; set; }
    public DateOnly? LicenceTo { get; set; }
    public string? Note { get; set; }
    public string? Source { get; set; }
    public LegalBasis? LegalBasis { get; set; }
    public DateOnly? CollectedOn { get; set; }

    /// <summary>The version of the row that was on the screen; 0 for a new student.</summary>
    public int Version { get; set; }

    /// <summary>Those about whom the user has been asked, and said that this is another person; see <see cref="PossibleDuplicate.Asked"/>.</summary>
    public string? NotTheSameAs { get; set; }

    /// <summary>The form as it stands for a student in the register.</summary>
    /// <param name="places">Where one can study: a place that is none of these is its name in words.</param>
    public static StudentForm Of(Student student, StudyPlaceList places)
    {
        ArgumentNullException.ThrowIfNull(student);
        return Of(student.Details.Among(places), student.Version);
    }

    private static StudentForm Of(StudentDetails s, int version) => new()
    {
        FirstName = s.FirstName,
        LastName = s.LastName,
        Email = s.Email,
        Phone = StudentWords.Phone(s.Phone),
        BirthYear = s.BirthYear,
        HomeKommune = Kommuner.Find(s.HomeKommune)?.Name ?? s.HomeKommune,
        StudyPlaceCode = s.StudyPlaceCode,
        StudyPlaceText = s.StudyPlaceCode is null ? s.StudyPlaceText : null,
        CountryCode = s.CountryCode,
        StartYear = s.StartTerm?.Year,
        StartSeason = s.StartTerm?.Season,
        DelayTerms = s.DelayTerms,
        GraduationYear = s.GraduationYear,
        GraduationMonth = s.GraduationMonth,
        Progression = s.Progression,
        WrittenForm = s.WrittenForm,
        GrewUp = s.Ties.GrewUp is not null,
        GrewUpWords = s.Ties.GrewUp,
        Family = s.Ties.Family is not null,
        FamilyWords = s.Ties.Family,
        Partner = s.Ties.Partner is not null,
        PartnerWords = s.Ties.Partner,
        Other = s.Ties.Other is not null,
        OtherWords = s.Ties.Other,
        ContactPersonId = s.ContactPersonId,
        ContactName = s.ContactName,
        LeaveYear = s.LeaveFrom?.Year,
        LeaveSeason = s.LeaveFrom?.Season,
        LicenceFrom = s.LicenceFrom,
        LicenceTo = s.LicenceTo,
        Note = s.Note,
        Source = s.Source,
        LegalBasis = s.LegalBasis,
        CollectedOn = s.CollectedOn,
        Version = version,
    };

    /// <summary>The details, or <see cref="SeveralRefusals"/> with everything that must be put right, each at its field.</summary>
    /// <param name="today">The day in Oslo that dates and years are judged by.</param>
    /// <param name="places">The study places that the kommune knows; the shared ones when it is left out.</param>
    public Result<StudentDetails> Read(DateOnly today, StudyPlaceList? places = null)
    {
        var problems = new List<Refusal>();
        NoNationalIds(problems);
        var place = ReadPlace(places ?? StudyPlaceList.Shared, problems);
        var details = new StudentDetails
        {
            FirstName = Name(nameof(FirstName), FirstName, "Skriv fornavnet.", problems),
            LastName = Name(nameof(LastName), LastName, "Skriv etternavnet.", problems),
            Email = ReadEmail(problems),
            Phone = ReadPhone(problems),
            BirthYear = Number(nameof(BirthYear), BirthYear, today.Year - 80, today.Year - 15, problems),
            HomeKommune = ReadKommune(problems),
            StudyPlaceText = place is null ? Text(nameof(StudyPlaceText), StudyPlaceText, 200, problems) : null,
            CountryCode = place is null ? ReadCountry(problems) : null,
            StartTerm = ReadStart(today, problems),
            DelayTerms = Number(nameof(DelayTerms), DelayTerms, 0, StudentDetails.MostDelayTerms, problems) ?? 0,
            GraduationYear = Number(nameof(GraduationYear), GraduationYear, today.Year - 40, today.Year + 15, problems),
            GraduationMonth = ReadMonth(problems),
            Progression = Known(nameof(Progression), Progression, problems),
            WrittenForm = Known(nameof(WrittenForm), WrittenForm, problems),
            Ties = ReadTies(problems),
            ContactPersonId = ContactPersonId,
            ContactName = ReadContactName(problems),
            LeaveFrom = ReadLeave(today, problems),
            LicenceFrom = Day(nameof(LicenceFrom), LicenceFrom, today.AddYears(10), problems),
            LicenceTo = Day(nameof(LicenceTo), LicenceTo, today.AddYears(10), problems),
            Note = Text(nameof(Note), Note, 4000, problems),
            Source = ReadSource(problems),
            LegalBasis = ReadBasis(problems),
            CollectedOn = ReadCollected(today, problems),
        };
        CheckLicence(problems);
        return problems.Count == 0 ? place is null ? details : details.At(place) : new SeveralRefusals(problems);
    }

    /// <summary>Takes every fødselsnummer out of what was typed, so that a refused form does not carry it back.</summary>
    public void DropNationalIds()
    {
        foreach (var property in TextProperties)
            if (property.GetValue(this) is string text)
                property.SetValue(this, Without(text));
    }

    /// <summary>The text without fødselsnummer: null when nothing else is left.</summary>
    public static string? Without(string? text)
    {
        if (text is null || NationalId.Scrub(text) is var scrubbed && scrubbed == text)
            return text;
        var rest = scrubbed.Replace(NationalId.Removed, "", StringComparison.Ordinal).Trim();
        return rest.Length == 0 ? null : rest;
    }

    /// <summary>"februar 2027"-like words for a number of a month.</summary>
    public static string MonthName(int month) => CultureInfo.GetCultureInfo("nb-NO").DateTimeFormat.GetMonthName(month);
}
