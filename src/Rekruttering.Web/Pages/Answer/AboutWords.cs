using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Answer;

/// <summary>The texts of the page that tells a student what the register holds. A text that is missing in one language does not compile.</summary>
public sealed partial record AboutWords
{
    public required Func<string, string> Heading { get; init; }
    public required Func<string, string> Lead { get; init; }
    public required string You { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Phone { get; init; }
    public required string BirthYear { get; init; }
    public required string HomeKommune { get; init; }
    public required string StudyPlace { get; init; }
    public required string Start { get; init; }
    public required Func<Term, string> Term { get; init; }
    public required string Progress { get; init; }
    public required Func<Progression, string> ProgressName { get; init; }
    public required string Graduation { get; init; }
    public required string Licence { get; init; }
    public required string Tie { get; init; }
    public required Func<TieKind, string> TieName { get; init; }
    public required string Note { get; init; }
    public required string Origin { get; init; }
    public required string Source { get; init; }
    public required string Collected { get; init; }
    public required string Basis { get; init; }
    public required Func<LegalBasis, string> BasisName { get; init; }
    public required string Informed { get; init; }
    public required string Retention { get; init; }
    public required string Between { get; init; }
    public required string Offers { get; init; }
    public required string Wishes { get; init; }
    public required string Reservations { get; init; }
    public required Func<ReservationScope, string> ReservationName { get; init; }
    public required string Mails { get; init; }
    public required string Events { get; init; }
    public required string Nothing { get; init; }
    public required string Wrong { get; init; }
    public required Func<string, string> WrongHow { get; init; }
    public required string Rights { get; init; }

    /// <summary>The words of a language.</summary>
    public static AboutWords In(WrittenForm form) => form switch
    {
        WrittenForm.Nynorsk => Nynorsk,
        WrittenForm.English => English,
        _ => Bokmaal,
    };
}
