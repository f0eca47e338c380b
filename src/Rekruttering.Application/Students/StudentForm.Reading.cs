using System.Reflection;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Students;

/// <content>What each field must be, and the sentence when it is not.</content>
public sealed partial class StudentForm
{
    private static readonly PropertyInfo[] TextProperties = [.. typeof(StudentForm).GetProperties().Where(p => p.PropertyType == typeof(string) && p.CanWrite)];

    private void NoNationalIds(List<Refusal> problems)
    {
        foreach (var property in TextProperties)
            if (property.GetValue(this) is string text && Without(text) != text)
                problems.Add(NationalIdTyped.In(property.Name));
    }

    private static string Name(string field, string? typed, string whenEmpty, List<Refusal> problems)
    {
        var name = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length == 0)
            problems.Add(InvalidInput.In(field, whenEmpty));
        else if (name.Length > 100 || name.Any(char.IsControl))
            problems.Add(InvalidInput.In(field, "Skriv et navn på høyst 100 tegn."));
        else if (!name.Any(char.IsLetter))
            problems.Add(InvalidInput.In(field, "Et navn har minst én bokstav."));
        return name;
    }

    private static string? Text(string field, string? typed, int most, List<Refusal> problems)
    {
        var text = typed?.ReplaceLineEndings("\n").Trim();
        if (text?.Length > most)
            problems.Add(InvalidInput.In(field, $"Skriv høyst {most} tegn. Nå er det {text.Length}."));
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static int? Number(string field, int? typed, int first, int last, List<Refusal> problems)
    {
        if (typed < first || typed > last)
            problems.Add(InvalidInput.In(field, $"Skriv et tall fra {first} til {last}."));
        return typed;
    }

    private static DateOnly? Day(string field, DateOnly? typed, DateOnly last, List<Refusal> problems)
    {
        if (typed < new DateOnly(2000, 1, 1) || typed > last)
            problems.Add(InvalidInput.In(field, $"Skriv en dato mellom 2000 og {last.Year}."));
        return typed;
    }

    private static T Known<T>(string field, T value, List<Refusal> problems) where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            problems.Add(InvalidInput.In(field, "Velg et av alternativene."));
        return value;
    }

    private string? ReadEmail(List<Refusal> problems)
    {
        if (string.IsNullOrWhiteSpace(Email))
            return null;
        if (EmailAddress.TryParse(Email, out var address))
            return address.Value;
        problems.Add(InvalidInput.In(nameof(Email), "Skriv én e-postadresse, for eksempel kari@example.com."));
        return null;
    }

    private string? ReadPhone(List<Refusal> problems)
    {
        if (string.IsNullOrWhiteSpace(Phone))
            return null;
        if (PhoneNumber.TryParse(Phone, out var number))
            return number.Value;
        problems.Add(InvalidInput.In(nameof(Phone), "Skriv ett telefonnummer med åtte sifre, eller med landskode: +48 600 100 200."));
        return null;
    }

    private string? ReadKommune(List<Refusal> problems)
    {
        if (string.IsNullOrWhiteSpace(HomeKommune))
            return null;
        var match = Kommuner.Resolve(HomeKommune);
        if (match.Kind == KommuneMatchKind.Unknown)
            problems.Add(InvalidInput.In(nameof(HomeKommune), "Vi kjenner ingen kommune med dette navnet eller nummeret."));
        if (match.Kind == KommuneMatchKind.Ambiguous)
            problems.Add(InvalidInput.In(nameof(HomeKommune), $"Dette kan være flere kommuner. Skriv en av disse: {string.Join(", ", match.Candidates.Select(k => $"{k.Number} {k.Name}"))}."));
        return match.Kommune?.Number;
    }

    private StudyPlaceEntry? ReadPlace(StudyPlaceList places, List<Refusal> problems)
    {
        if (string.IsNullOrWhiteSpace(StudyPlaceCode))
            return places.Match(StudyPlaceText, Countries.Find(CountryCode)?.Code);
        var place = places.Find(StudyPlaceCode);
        if (place is null)
            problems.Add(InvalidInput.In(nameof(StudyPlaceCode), "Velg et studiested fra listen, eller la feltet stå tomt."));
        return place;
    }

    private string? ReadCountry(List<Refusal> problems)
    {
        if (string.IsNullOrWhiteSpace(CountryCode))
            return null;
        var country = Countries.Find(CountryCode);
        if (country is null)
            problems.Add(InvalidInput.In(nameof(CountryCode), "Velg et land fra listen."));
        return country?.Code;
    }

    private Term? ReadStart(DateOnly today, List<Refusal> problems)
    {
        Number(nameof(StartYear), StartYear, today.Year - 20, today.Year + 2, problems);
        if (StartYear is null && StartSeason is null)
            return null;
        if (StartYear is null)
            problems.Add(InvalidInput.In(nameof(StartYear), "Skriv året studiet begynte, eller fjern høst eller vår."));
        if (StartSeason is null || !Enum.IsDefined(StartSeason.Value))
            problems.Add(InvalidInput.In(nameof(StartSeason), "Velg om studiet begynte om høsten eller våren."));
        return StartYear is { } year && StartSeason is { } season ? new Term(year, season) : null;
    }

    private Ties ReadTies(List<Refusal> problems)
    {
        // Words alone are a tie too: whoever writes them means it.
        string? Tie(string field, bool chosen, string? typed) => Text(field, typed, Ties.LongestWords, problems) is { } words ? words : chosen ? "" : null;
        return new(Tie(nameof(GrewUpWords), GrewUp, GrewUpWords), Tie(nameof(FamilyWords), Family, FamilyWords), Tie(nameof(PartnerWords), Partner, PartnerWords), Tie(nameof(OtherWords), Other, OtherWords));
    }

    private string? ReadContactName(List<Refusal> problems)
    {
        var name = Text(nameof(ContactName), ContactName, 100, problems);
        if (name is not null && ContactPersonId is not null)
            problems.Add(InvalidInput.In(nameof(ContactName), "Velg en kollega eller skriv et navn, ikke begge."));
        return name;
    }

    private Term? ReadLeave(DateOnly today, List<Refusal> problems)
    {
        if (Progression != Progression.OnLeave || (LeaveYear is null && LeaveSeason is null))
            return null;
        if (LeaveYear is not { } year || LeaveSeason is not { } season || !Enum.IsDefined(season))
        {
            problems.Add(InvalidInput.In(nameof(LeaveYear), "Skriv både høst eller vår og året permisjonen begynte, eller la begge stå tomme."));
            return null;
        }
        Number(nameof(LeaveYear), year, today.Year - 10, today.Year, problems);
        var leave = new Term(year, season);
        if (leave > Term.Of(today) && year <= today.Year)
            problems.Add(InvalidInput.In(nameof(LeaveYear), "Permisjonen kan ikke begynne fram i tid. Før den når den begynner."));
        return leave;
    }

    private int? ReadMonth(List<Refusal> problems)
    {
        if (GraduationMonth is not null && GraduationYear is null)
            problems.Add(InvalidInput.In(nameof(GraduationYear), "Skriv også året studenten blir ferdig."));
        return Number(nameof(GraduationMonth), GraduationMonth, 1, 12, problems);
    }

    private void CheckLicence(List<Refusal> problems)
    {
        if (LicenceTo is not null && LicenceFrom is null)
            problems.Add(InvalidInput.In(nameof(LicenceFrom), "Skriv også når lisensen gjelder fra."));
        if (LicenceTo < LicenceFrom)
            problems.Add(InvalidInput.In(nameof(LicenceTo), "Lisensen kan ikke gå ut før den begynner å gjelde."));
    }

    private string ReadSource(List<Refusal> problems)
    {
        var source = Text(nameof(Source), Source, 200, problems);
        if (source is null)
            problems.Add(InvalidInput.In(nameof(Source), "Skriv hvor opplysningene kommer fra, for eksempel «Ringte kommunen»."));
        return source ?? "";
    }

    private LegalBasis ReadBasis(List<Refusal> problems)
    {
        if (LegalBasis is { } basis && Enum.IsDefined(basis))
            return basis;
        problems.Add(InvalidInput.In(nameof(LegalBasis), "Velg hvorfor kommunen kan ha opplysningene."));
        return default;
    }

    private DateOnly ReadCollected(DateOnly today, List<Refusal> problems)
    {
        if (CollectedOn is { } day && day <= today && day.Year >= 2000)
            return day;
        problems.Add(InvalidInput.In(nameof(CollectedOn), "Skriv dagen kommunen fikk opplysningene. Den kan ikke være fram i tid."));
        return today;
    }
}

/// <summary>Such a number is never stored (personopplysningsloven § 12).</summary>
public sealed record NationalIdTyped() : Refusal("Her sto det et fødselsnummer. Det skal ikke lagres i registeret, og vi har tatt det bort.")
{
    /// <summary>Points at the field it was typed in.</summary>
    public static NationalIdTyped In(string field) => new() { Field = field };
}
