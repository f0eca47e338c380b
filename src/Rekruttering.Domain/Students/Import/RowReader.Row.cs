using System.Globalization;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Students.Import;

public sealed partial class RowReader
{
    sealed class Row(RowReader list, IReadOnlyList<string> cells)
    {
        readonly List<string> warnings = [];
        readonly List<string> refusals = [];
        string? question;
        string? unknownPlace;

        internal RowReading Read()
        {
            for (var i = list.mapping.Count; i < cells.Count; i++)
                if (!string.IsNullOrWhiteSpace(cells[i]))
                {
                    refusals.Add($"Raden har flere celler enn filen har kolonner ({list.mapping.Count}). Kanskje mangler det anførselstegn rundt en tekst med skilletegn i, eller den siste kolonnen mangler overskrift.");
                    break;
                }
            var (first, last) = Names();
            var basis = Basis(out var consentOn);
            var collected = Required(ImportField.CollectedOn, Take(ImportField.CollectedOn, Collected(Cell(ImportField.CollectedOn))) ?? consentOn ?? list.answers.CollectedOn);
            var source = Required(ImportField.Source, Text(ImportField.Source, 200) ?? list.answers.Source);
            var country = Take(ImportField.Country, list.countries.Of(Cell(ImportField.Country)));
            var (place, placeText) = StudyPlace(country);
            var graduation = Take(ImportField.Graduation, list.graduations.Of(Cell(ImportField.Graduation)));
            var progression = Take(ImportField.Progression, list.progressions.Of(Cell(ImportField.Progression)));
            var licence = Licence();
            var contact = Contact();
            var person = new ParsedPerson
            {
                FirstName = first ?? "",
                LastName = last ?? "",
                Email = Email(),
                Phone = Take(ImportField.Phone, ReadPhone(Cell(ImportField.Phone))),
                BirthYear = Take(ImportField.BirthYear, ReadBirthYear(Cell(ImportField.BirthYear))),
                HomeKommune = HomeKommune(),
                StudyPlaceCode = place?.Code,
                StudyPlaceText = place is { IsOwn: true } ? place.FullName : placeText,
                StudyTerms = place is { IsOwn: true } ? place.Semesters : null,
                PreclinicalYears = place is { IsOwn: true } ? place.PreclinicalYears : null,
                CountryCode = country ?? place?.Country,
                StartTerm = Start(collected),
                GraduationYear = graduation?.Year,
                GraduationMonth = graduation?.Month,
                Progression = progression,
                DelayTerms = Take(ImportField.DelayTerms, ReadDelay(Cell(ImportField.DelayTerms))),
                LeaveFrom = Take(ImportField.LeaveFrom, ReadLeave(progression)),
                ReadIn = progression is null ? null : Term.Of(list.today),
                LicenceFrom = licence.From,
                LicenceTo = licence.To,
                ContactPersonId = contact.Id,
                ContactName = contact.Name,
                WrittenForm = Take(ImportField.Language, list.languages.Of(Cell(ImportField.Language))),
                Note = Text(ImportField.Notes, 4000),
                Ties = list.ties.Of(Text(ImportField.Ties, 4 * Ties.LongestWords) ?? ""),
                Source = source ?? "",
                LegalBasis = basis ?? default,
                CollectedOn = collected ?? default,
            };
            return new RowReading(refusals.Count == 0 ? person : null, warnings, refusals, refusals.Count == 1 ? question : null, unknownPlace);
        }

        (string? First, string? Last) Names()
        {
            if (list.mapping.FirstOrDefault(field => field.IsWholeName()) is var whole and not ImportField.Ignore)
            {
                var (first, last) = NameText.Full(Cell(whole), whole == ImportField.FullNameLastFirst);
                return (Take(whole, first), Take(whole, last));
            }
            return (Take(ImportField.FirstName, NameText.Part(Cell(ImportField.FirstName))), Take(ImportField.LastName, NameText.Part(Cell(ImportField.LastName))));
        }

        string? Email()
        {
            var text = Cell(ImportField.Email);
            if (text.Length == 0) warnings.Add("E-post mangler: studenten kan ikke få utsendinger før du har lagt den inn.");
            else if (EmailAddress.TryParse(EmailText.Of(text), out var address)) return address.Value;
            else Refuse(ImportField.Email, $"{Reading<string>.Quote(text)} er ikke en e-postadresse. Rett den eller la cellen være tom.");
            return null;
        }

        string? HomeKommune()
        {
            var (number, name) = (Cell(ImportField.HomeKommuneNumber), Cell(ImportField.HomeKommune));
            var field = number.Length > 0 ? ImportField.HomeKommuneNumber : ImportField.HomeKommune;
            var text = number.Length > 0 ? number : name;
            if (text.Length == 0) return null;
            if (text is "9999" or "2599" or "2111")
            {
                Warn(field, $"{text} er ikke en kommune (uoppgitt, utlandet eller Svalbard). Feltet er tomt.");
                return null;
            }
            var match = list.kommuner.Of((number, name));
            if ((match.Kommune ?? Answered(match)) is { } kommune) return kommune.Number;
            if (IsSplit(match)) question = match.FormerName;
            Refuse(field, match.Kind == KommuneMatchKind.Unknown ? UnknownKommune(text) : WhichKommune(number, name, match));
            return null;
        }

        // A number and a name that contradict each other are also several candidates, but no question about a split.
        static bool IsSplit(KommuneMatch match) => match.Kind == KommuneMatchKind.Ambiguous && Kommuner.PartsOf(match.FormerName).SequenceEqual(match.Candidates);

        Kommune? Answered(KommuneMatch match) => !IsSplit(match) ? null
            : match.Candidates.FirstOrDefault(part => list.answers.Splits.Any(split => split.Number == part.Number && SearchText.Fold(split.Was) == SearchText.Fold(match.FormerName)));

        static string UnknownKommune(string text) => text.All(char.IsAsciiDigit)
            ? $"{text} er ikke et kommunenummer, verken i dag eller tidligere. Rett nummeret eller la cellen være tom."
            : $"{Reading<string>.Quote(text)} er ikke en kommune vi kjenner. Rett navnet eller skriv kommunenummeret.";

        static string WhichKommune(string number, string name, KommuneMatch match)
        {
            var (byNumber, byName) = (Kommuner.Resolve(number), Kommuner.Resolve(name));
            if (byNumber.Kind != KommuneMatchKind.Unknown && byName.Kind != KommuneMatchKind.Unknown && !byNumber.Candidates.Intersect(byName.Candidates).Any())
                return $"Nummeret {number} er {Names(byNumber.Candidates)}, men navnet er {Names(byName.Candidates)}. Rett det som er feil.";
            var choices = string.Join(", ", match.Candidates.SkipLast(1).Select(Named)) + " eller " + Named(match.Candidates[^1]);
            return match.FormerName is { } former
                ? $"{former}{(number.Length > 0 ? $" ({number})" : "")} er delt mellom flere kommuner. Hvilken er det: {choices}? Skriv nummeret til den rette."
                : $"Flere kommuner heter {Reading<string>.Quote(name)}. Hvilken er det: {choices}? Skriv kommunenummeret.";

            static string Named(Kommune kommune) => $"{kommune.Name} ({kommune.Number})";
            static string Names(IReadOnlyList<Kommune> kommuner) => string.Join(" eller ", kommuner.Select(kommune => kommune.Name));
        }

        (StudyPlaceEntry? Place, string? Text) StudyPlace(string? country)
        {
            var text = Text(ImportField.StudyPlace, StudyPlaceName.LongestText);
            if (text is null) return default;
            if (list.matches.Of((text, country)) is { } place) return (place, null);
            var elsewhere = country is null ? null : list.matches.Of((text, null));
            if (elsewhere is null) unknownPlace = text;
            Warn(ImportField.StudyPlace, elsewhere is not null
                ? $"{elsewhere.Name} ligger ikke i {Countries.Find(country)!.Name}. Teksten er tatt vare på; velg studiested på studentens kort."
                : $"{Reading<string>.Quote(text)} kjenner vi ikke igjen som ett bestemt studiested. Teksten er tatt vare på; si hva den betyr under Studiesteder, eller velg studiested på studentens kort.");
            return (null, text);
        }

        Term? Start(DateOnly? collected)
        {
            if (Cell(ImportField.StartTerm).Length > 0) return Take(ImportField.StartTerm, list.starts.Of(Cell(ImportField.StartTerm)));
            return Take(ImportField.StudyYear, TermText.FromStudyYear(Cell(ImportField.StudyYear), collected ?? list.today));
        }

        Reading<Term?> ReadLeave(Progression? progression)
        {
            var text = Cell(ImportField.LeaveFrom);
            if (text.Length == 0) return Reading<Term?>.Empty;
            if (progression != Progression.OnLeave) return Reading<Term?>.Warn("Raden sier ikke at studenten er i permisjon nå. Feltet er tomt.");
            return list.starts.Of(text) is { Value: { } from, Warning: null } && from <= Term.Of(list.today) ? new(from)
                : Reading<Term?>.Warn($"{Reading<Term?>.Quote(text)} kan ikke leses som semesteret permisjonen begynte. Feltet er tomt; skriv for eksempel «høst 2025».");
        }

        (DateOnly? From, DateOnly? To) Licence()
        {
            var both = LicenceText.Period(Cell(ImportField.Licence), list.today);
            var from = Take(ImportField.LicenceFrom, LicenceText.From(Cell(ImportField.LicenceFrom), list.today)) ?? Take(ImportField.Licence, both.From);
            var (to, column) = Take(ImportField.LicenceTo, LicenceText.To(Cell(ImportField.LicenceTo), list.today)) is { } last ? (last, ImportField.LicenceTo) : (Take(ImportField.Licence, both.To), ImportField.Licence);
            if (to is not null && from is null) Warn(column, "Det står ikke hvilken dag lisensen gjelder fra. Feltet er tomt; fyll inn begge dagene.");
            if (to < from) Warn(column, "Lisensen går ut før den begynner å gjelde. Begge dagene er tomme.");
            return from is null || to < from ? default : (from, to);
        }

        (Guid? Id, string? Name) Contact()
        {
            if (Text(ImportField.ContactPerson, ContactText.LongestName) is not { } text) return default;
            var (id, name, warning) = list.contacts.Of(text);
            if (warning is not null) Warn(ImportField.ContactPerson, warning);
            return (id, name);
        }

        // Where a list has a column for consent, an empty cell is a person who has given none: the answer for the file must not give it for them.
        LegalBasis? Basis(out DateOnly? consentOn)
        {
            consentOn = null;
            var own = Take(ImportField.LegalBasis, list.bases.Of(Cell(ImportField.LegalBasis)));
            if (list.Column(ImportField.ConsentGivenOn) >= 0 && own is null)
            {
                var text = Cell(ImportField.ConsentGivenOn);
                if (SearchText.Fold(text) is "ja" or "x" or "yes") return LegalBasis.Consent;
                var given = text.Length == 0 || SearchText.Fold(text) is "nei" or "no" ? default : Collected(text);
                consentOn = Take(ImportField.ConsentGivenOn, given);
                if (consentOn is not null) return LegalBasis.Consent;
                if (given.Refusal is null && list.answers.LegalBasis is null or LegalBasis.Consent)
                    Refuse(ImportField.ConsentGivenOn, "Samtykket mangler dato. Fyll den inn, eller velg et annet grunnlag for dem som ikke har samtykket.");
                return list.answers.LegalBasis;
            }
            if (own is null && list.answers.LegalBasis is null && Cell(ImportField.LegalBasis).Length == 0)
                refusals.Add("Behandlingsgrunnlag mangler. Fyll det inn i filen, eller svar én gang for hele filen.");
            return own ?? list.answers.LegalBasis;
        }

        Reading<DateOnly?> Collected(string text)
        {
            var day = list.days.Of(text);
            return day.Value > list.today ? Reading<DateOnly?>.Refuse($"{text} er fram i tid. Rett datoen.") : day;
        }

        internal static Reading<string> ReadCountry(string text) => text.Length == 0 ? Reading<string>.Empty
            : Countries.Resolve(text) is { } country ? new(country.Code)
            : Reading<string>.Warn($"{Reading<string>.Quote(text)} er ikke et studieland vi kjenner. Feltet er tomt.");

        static Reading<string> ReadPhone(string text) => text.Length == 0 ? Reading<string>.Empty
            : PhoneNumber.TryParse(text, out var number) ? new(number.Value)
            : Reading<string>.Warn($"{Reading<string>.Quote(text)} er ikke ett telefonnummer. Feltet er tomt; utenlandske numre må begynne med + og landkode.");

        Reading<int?> ReadBirthYear(string text) => text.Length == 0 ? Reading<int?>.Empty
            : BornIn(text) is { } year && year >= list.today.Year - 80 && year <= list.today.Year - 15 ? new(year)
            : Reading<int?>.Warn("Fødselsåret kan ikke leses. Feltet er tomt; skriv fire sifre.");

        // Two digits of a year are of this century everywhere else: nobody is born after today.
        int? BornIn(string text) => DateText.Month(text)?.Year is not { } year ? null
            : year > list.today.Year && !text.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? year - 100 : year;

        static Reading<int?> ReadDelay(string text) => text.Length == 0 ? Reading<int?>.Empty
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var terms) && terms <= StudentDetails.MostDelayTerms ? new(terms)
            : Reading<int?>.Warn($"{Reading<int?>.Quote(text)} er ikke et antall semestre fra 0 til {StudentDetails.MostDelayTerms}. Feltet er tomt.");

        internal static Reading<WrittenForm?> ReadLanguage(string text) => SearchText.Words(text) switch
        {
            "" => Reading<WrittenForm?>.Empty,
            "bokmal" or "nb" or "bm" or "norsk" or "no" => new(WrittenForm.Bokmaal),
            "nynorsk" or "nn" => new(WrittenForm.Nynorsk),
            "engelsk" or "english" or "en" => new(WrittenForm.English),
            _ => Reading<WrittenForm?>.Warn($"{Reading<string>.Quote(text)} er ikke bokmål, nynorsk eller engelsk. Feltet er tomt."),
        };

        string? Text(ImportField field, int maxLength)
        {
            var text = NameText.Clean(Cell(field));
            if (text.Length == 0) return null;
            if (text[0] == '=') Refuse(field, "Cellen inneholder en formel. Skriv teksten i stedet.");
            if (SheetError.Is(text))
            {
                if (field == ImportField.Source) Refuse(field, $"Cellen viser en feil fra regnearket ({text}). Skriv teksten i stedet.");
                else Warn(field, $"Cellen viser en feil fra regnearket ({text}). Feltet er tomt.");
                return null;
            }
            if (text.Length <= maxLength) return text;
            Warn(field, $"Teksten er over {maxLength} tegn og er kortet.");
            return text.Cut(maxLength);
        }

        // A dash alone is how a list says that it does not know.
        string Cell(ImportField field) => list.Column(field) is var column && column >= 0 && column < cells.Count && cells[column].Trim() is var text and not ("-" or "–" or "—") ? text : "";

        T? Take<T>(ImportField field, Reading<T> reading)
        {
            if (reading.Warning is { } warning) Warn(field, warning);
            if (reading.Refusal is { } refusal) Refuse(field, refusal);
            return reading.Value;
        }

        T? Required<T>(ImportField field, T? value)
        {
            if (value is null && !(list.Column(field) >= 0 && Cell(field).Length > 0))
                refusals.Add($"{field.Label()} mangler. Fyll det inn i filen, eller svar én gang for hele filen.");
            return value;
        }

        void Warn(ImportField field, string sentence) => warnings.Add($"{Header(field)}: {sentence}");

        void Refuse(ImportField field, string sentence) => refusals.Add($"{Header(field)}: {sentence}");

        string Header(ImportField field) => list.Column(field) is var column && column >= 0 ? NameText.Clean(list.headers[column]) : field.Label();
    }
}
