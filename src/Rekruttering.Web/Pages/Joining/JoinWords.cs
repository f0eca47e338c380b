using Rekruttering.Application.Students;
using Rekruttering.Application.Students.Joining;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Joining;

namespace Rekruttering.Web.Pages.Joining;

/// <summary>The words of the page on which students sign up and of the one that confirms it. A text that is missing in one language does not compile.</summary>
public sealed partial record JoinWords
{
    public required Func<string, string> Heading { get; init; }
    public required Func<string, string> Lead { get; init; }
    public required string Who { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required string Email { get; init; }
    public required string EmailHelp { get; init; }
    public required string Phone { get; init; }
    public required string Studies { get; init; }
    public required string StudyPlace { get; init; }
    public required string ChoosePlace { get; init; }
    public required string NotInList { get; init; }
    public required string StudyPlaceText { get; init; }
    public required string Country { get; init; }
    public required string ChooseCountry { get; init; }
    public required string Start { get; init; }
    public required string Choose { get; init; }
    public required string GraduationMonth { get; init; }
    public required string GraduationYear { get; init; }
    public required string Graduated { get; init; }
    public required string DoNotKnow { get; init; }
    public required Func<string, string> Ties { get; init; }
    public required Func<TieKind, string> TieName { get; init; }
    public required string TieWords { get; init; }
    public required string TieWordsHelp { get; init; }
    public required string Mail { get; init; }
    public required string MailHelp { get; init; }
    public required string WrittenForm { get; init; }
    public required string LeaveEmpty { get; init; }
    public required string Notice { get; init; }
    public required Func<string, string> Consent { get; init; }
    public required string Send { get; init; }
    public required string SentHeading { get; init; }
    public required string Sent { get; init; }
    public required string SentNothing { get; init; }
    public required string ClosedHeading { get; init; }
    public required string Closed { get; init; }
    public required Func<string, string> ConfirmHeading { get; init; }
    public required string ConfirmLead { get; init; }
    public required string Confirm { get; init; }
    public required string NotMe { get; init; }
    public required string NotMeHelp { get; init; }
    public required string Deleted { get; init; }
    public required Func<string, string> DoneHeading { get; init; }
    public required Func<string, string> DoneNext { get; init; }
    public required string DoneStop { get; init; }
    public required string WasHere { get; init; }
    public required string TryAgain { get; init; }
    public required string NationalId { get; init; }
    public required string TooMany { get; init; }
    public required string WrongName { get; init; }
    public required string WrongEmail { get; init; }
    public required string WrongPhone { get; init; }
    public required string WrongPlace { get; init; }
    public required string WrongStart { get; init; }
    public required string WrongGraduation { get; init; }
    public required string WrongTies { get; init; }
    public required string TooLong { get; init; }
    public required string WrongWanted { get; init; }

    /// <summary>The words of a language.</summary>
    public static JoinWords In(WrittenForm form) => form switch
    {
        Domain.Students.WrittenForm.Nynorsk => Nynorsk,
        Domain.Students.WrittenForm.English => English,
        _ => Bokmaal,
    };

    /// <summary>What to do about a refusal; the register's own sentences are for the staff, in bokmål.</summary>
    public string Of(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal switch
        {
            NationalIdTyped => NationalId,
            TooManySignUps => TooMany,
            _ => OfField(refusal.Field),
        };
    }

    private string OfField(string? field) => field switch
    {
        nameof(SignUpForm.FirstName) or nameof(SignUpForm.LastName) => WrongName,
        nameof(SignUpForm.Email) => WrongEmail,
        nameof(SignUpForm.Phone) => WrongPhone,
        nameof(SignUpForm.StudyPlaceCode) or nameof(SignUpForm.CountryCode) => WrongPlace,
        nameof(SignUpForm.Start) => WrongStart,
        nameof(SignUpForm.GraduationYear) or nameof(SignUpForm.GraduationMonth) => WrongGraduation,
        nameof(SignUpForm.Ties) => WrongTies,
        nameof(SignUpForm.StudyPlaceText) or nameof(SignUpForm.TieWords) => TooLong,
        nameof(SignUpForm.Wanted) => WrongWanted,
        _ => TryAgain,
    };
}
