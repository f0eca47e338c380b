using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;

namespace Rekruttering.Domain.Students.Import;

/// <summary>
/// Understands the rows of one list. Reads only: the same row, answers and day give the same reading. Every value is taken, left empty with a
/// warning, or refused with a reason that names its column; none is guessed in silence.
/// </summary>
/// <param name="headers">The file's own column names, for the sentences.</param>
/// <param name="mapping">What each column means, parallel to the headers.</param>
/// <param name="answers">Source, legal basis and date for rows that lack them.</param>
/// <param name="today">The day in Oslo.</param>
/// <param name="places">The study places that the kommune knows; the shared ones when it is left out.</param>
/// <param name="colleagues">Who may be a student's contact person; nobody when it is left out.</param>
public sealed partial class RowReader(
    IReadOnlyList<string> headers, IReadOnlyList<ImportField> mapping, FileAnswers answers, DateOnly today, StudyPlaceList? places = null, IReadOnlyList<PossibleContact>? colleagues = null)
{
    readonly IReadOnlyList<string> headers = headers;
    readonly IReadOnlyList<ImportField> mapping = mapping;
    readonly FileAnswers answers = answers;
    readonly DateOnly today = today;

    // A list says the same again and again in these columns.
    readonly Known<Reading<Term?>, string> starts = new(text => TermText.Start(text, today));
    readonly Known<Reading<(int Year, int? Month)?>, string> graduations = new(text => TermText.Graduation(text, today));
    readonly Known<Reading<string>, string> countries = new(Row.ReadCountry);
    readonly Known<Reading<WrittenForm?>, string> languages = new(Row.ReadLanguage);
    readonly Known<Reading<Progression?>, string> progressions = new(ProgressionText.Read);
    readonly Known<Reading<LegalBasis?>, string> bases = new(LegalBasisText.Read);
    readonly Known<Reading<DateOnly?>, string> days = new(DateText.Day);
    readonly Known<Ties, string> ties = new(TiesText.Read);
    readonly Known<KommuneMatch, (string Number, string Name)> kommuner = new(said => Kommuner.Resolve(said.Number, said.Name));
    readonly Known<(Guid? Id, string? Name, string? Warning), string> contacts = new(text => ContactText.Read(text, colleagues ?? []));
    readonly Known<StudyPlaceEntry?, (string Text, string? Country)> matches = new(said => (places ?? StudyPlaceList.Shared).Match(said.Text, said.Country));

    /// <summary>What a contact person is called; null for whoever is no colleague.</summary>
    public string? NameOf(Guid colleague) => colleagues?.FirstOrDefault(one => one.Id == colleague)?.Name;

    /// <summary>Reads one row.</summary>
    public RowReading Read(IReadOnlyList<string> cells) => new Row(this, cells).Read();

    int Column(ImportField field)
    {
        for (var i = 0; i < mapping.Count; i++) if (mapping[i] == field) return i;
        return -1;
    }
}
