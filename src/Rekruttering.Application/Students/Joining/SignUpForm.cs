using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students.Joining;

/// <summary>
/// What somebody typed about herself on a kommune's open page, before it is checked. Nothing here says where the data come from or on what ground:
/// that the program knows.
/// </summary>
public sealed class SignUpForm
{
    private const string OwnWords = "Studenten selv, på påmeldingssiden";

    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? StudyPlaceCode { get; set; }
    public string? StudyPlaceText { get; set; }

    /// <summary>Only asked for where the study place does not say it.</summary>
    public string? CountryCode { get; set; }

    /// <summary>The <see cref="Term.Index"/> of the first term.</summary>
    public int? Start { get; set; }

    public int? GraduationYear { get; set; }
    public int? GraduationMonth { get; set; }
    public TieKind[] Ties { get; set; } = [];

    /// <summary>More about the ties.</summary>
    public string? TieWords { get; set; }

    /// <summary>What mail is wanted about.</summary>
    public ReservationScope[] Wanted { get; set; } = [];

    public WrittenForm WrittenForm { get; set; }

    /// <summary>Seen by nobody: what stands here was typed by a machine.</summary>
    public string? Website { get; set; }

    /// <summary>Whether a machine has filled it in.</summary>
    public bool IsFromAMachine => !string.IsNullOrEmpty(Website);

    /// <summary>What she told, checked as all that comes into the register is; or all that must be put right, each at its field.</summary>
    /// <param name="kommune">Whose page it is; whoever grew up there has it as home.</param>
    /// <param name="today">The day in Oslo.</param>
    /// <param name="places">The study places that it knows.</param>
    public Result<SignedUp> Read(Kommune kommune, DateOnly today, StudyPlaceList places)
    {
        ArgumentNullException.ThrowIfNull(kommune);
        var read = AsStudent(kommune, today).Read(today, places);
        var problems = (read.Refusal is SeveralRefusals several ? several.All : []).Select(Here).ToList();
        if (!string.IsNullOrWhiteSpace(TieWords) && StudentForm.Without(TieWords) != TieWords)
            problems.Add(NationalIdTyped.In(nameof(TieWords)));
        Ask(nameof(Email), string.IsNullOrWhiteSpace(Email));
        Ask(nameof(StudyPlaceCode), string.IsNullOrWhiteSpace(StudyPlaceCode) && string.IsNullOrWhiteSpace(CountryCode));
        Ask(nameof(Start), Start is null);
        Ask(nameof(Ties), Ties.Length == 0 || !Array.TrueForAll(Ties, Enum.IsDefined));
        Ask(nameof(Wanted), !Wanted.Intersect(Contact.ChooseMail.Kinds).Any());
        if (problems.Count > 0)
            return new SeveralRefusals([.. problems.DistinctBy(problem => problem.Field)]);
        return new SignedUp(read.Value!, [.. Contact.ChooseMail.Kinds.Except(Wanted)]);

        void Ask(string field, bool isMissing)
        {
            if (isMissing)
                problems.Add(InvalidInput.In(field, "Dette må du svare på."));
        }
    }

    // Words without a kind belong to the first that is ticked.
    private StudentForm AsStudent(Kommune kommune, DateOnly today)
    {
        var start = Start is { } index && Math.Abs(index - Term.Of(today).Index) < 100 ? Term.FromIndex(index) : (Term?)null;
        var words = Ties.Length > 0 ? Ties.Contains(TieKind.Other) ? TieKind.Other : Ties[0] : (TieKind?)null;
        string? WordsOf(TieKind kind) => words == kind ? TieWords : null;
        return new StudentForm
        {
            FirstName = FirstName,
            LastName = LastName,
            Email = Email,
            Phone = Phone,
            HomeKommune = Ties.Contains(TieKind.GrewUp) ? kommune.Number : null,
            StudyPlaceCode = StudyPlaceCode,
            StudyPlaceText = StudyPlaceText,
            CountryCode = CountryCode,
            StartYear = start?.Year ?? Start,
            StartSeason = start?.Season,
            GraduationYear = GraduationYear,
            GraduationMonth = GraduationMonth,
            WrittenForm = WrittenForm,
            GrewUp = Ties.Contains(TieKind.GrewUp),
            GrewUpWords = WordsOf(TieKind.GrewUp),
            Family = Ties.Contains(TieKind.Family),
            FamilyWords = WordsOf(TieKind.Family),
            Partner = Ties.Contains(TieKind.Partner),
            PartnerWords = WordsOf(TieKind.Partner),
            Other = Ties.Contains(TieKind.Other),
            OtherWords = WordsOf(TieKind.Other),
            Source = OwnWords,
            LegalBasis = LegalBasis.Consent,
            CollectedOn = today,
        };
    }

    private static Refusal Here(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch
        {
            nameof(StudentForm.StartYear) or nameof(StudentForm.StartSeason) => nameof(Start),
            nameof(StudentForm.GrewUpWords) or nameof(StudentForm.FamilyWords) or nameof(StudentForm.PartnerWords) or nameof(StudentForm.OtherWords) => nameof(TieWords),
            var same => same,
        },
    };
}

/// <summary>What somebody says of herself, checked.</summary>
/// <param name="Unwanted">The kinds of mail she did not ask for.</param>
public sealed record SignedUp(StudentDetails Details, IReadOnlyList<ReservationScope> Unwanted)
{
    /// <summary>Says nothing of her, for logs.</summary>
    public override string ToString() => nameof(SignedUp);
}
