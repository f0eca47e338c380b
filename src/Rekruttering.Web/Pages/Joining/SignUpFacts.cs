using Rekruttering.Application.Students;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Joining;
using Rekruttering.Web.Pages.Unsubscribe;

namespace Rekruttering.Web.Pages.Joining;

/// <summary>What was typed, to be looked over before it is confirmed.</summary>
public static class SignUpFacts
{
    /// <summary>Line by line; nothing for what was left open.</summary>
    public static IReadOnlyList<(string Term, string? Fact)> Of(StudentDetails typed, SignUp signUp, WrittenForm form)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(signUp);
        var (words, choices) = (JoinWords.In(form), new JoinChoices(form, DateOnly.FromDateTime(signUp.CreatedAt)));
        var wanted = Application.Contact.ChooseMail.Kinds.Except(signUp.Unwanted()).Select(UnsubscribeWords.In(form).NameOf);
        (string Term, string? Fact)[] facts =
        [
            (words.FirstName, typed.FirstName),
            (words.LastName, typed.LastName),
            (words.Email, typed.Email),
            (words.Phone, StudentWords.Phone(typed.Phone)),
            (words.StudyPlace, string.Join(", ", new[] { StudentWords.Place(typed.StudyPlaceCode, typed.StudyPlaceText), Countries.Find(typed.CountryCode)?.Name }.OfType<string>())),
            (words.Start, typed.StartTerm is { } term ? choices.NameOf(term) : null),
            (words.Graduated, string.Join(' ', new[] { choices.NameOf(typed.GraduationMonth), typed.GraduationYear?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.OfType<string>())),
            (words.Ties(Kommuner.Find(signUp.KommuneNumber)!.Name), string.Join("; ", typed.Ties.All.Select(tie => tie.Words.Length == 0 ? words.TieName(tie.Kind) : $"{words.TieName(tie.Kind)}: {tie.Words}"))),
            (words.Mail, string.Join("; ", wanted)),
            (words.WrittenForm, Shared.WrittenForms.OwnName(typed.WrittenForm)),
        ];
        return [.. facts.Where(fact => !string.IsNullOrEmpty(fact.Fact))];
    }
}
