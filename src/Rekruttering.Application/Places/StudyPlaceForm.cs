using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Places;

namespace Rekruttering.Application.Places;

/// <summary>What somebody typed about a study place, before it is checked.</summary>
public sealed class StudyPlaceForm
{
    public string? Name { get; set; }
    public string? City { get; set; }
    public string? CountryCode { get; set; }
    public int? Semesters { get; set; } = StudyPlaceEntry.UsualSemesters;
    public int? PreclinicalYears { get; set; }

    /// <summary>The version that was on the screen; 0 for a new place.</summary>
    public int Version { get; set; }

    /// <summary>The form as it stands for a place.</summary>
    public static StudyPlaceForm Of(OwnStudyPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new() { Name = place.Name, City = place.City, CountryCode = place.CountryCode, Semesters = place.Semesters, PreclinicalYears = place.PreclinicalYears, Version = place.Version };
    }

    /// <summary>The facts, or everything that must be put right.</summary>
    public Result<StudyPlaceFacts> Read()
    {
        var problems = new List<Refusal>();
        var (name, city) = (Plain(Name), Plain(City));
        if (SearchText.Words(name).Length < 2)
            problems.Add(InvalidInput.In(nameof(Name), "Skriv navnet på studiestedet."));
        if (name.Length > OwnStudyPlace.LongestName)
            problems.Add(InvalidInput.In(nameof(Name), $"Skriv et navn på høyst {OwnStudyPlace.LongestName} tegn."));
        if (city.Length > OwnStudyPlace.LongestCity)
            problems.Add(InvalidInput.In(nameof(City), $"Skriv en by på høyst {OwnStudyPlace.LongestCity} tegn."));
        foreach (var (field, typed) in new[] { (nameof(Name), name), (nameof(City), city) })
            if (StudentForm.Without(typed) != typed)
                problems.Add(NationalIdTyped.In(field));
        var country = Countries.Find(CountryCode);
        if (country is null)
            problems.Add(InvalidInput.In(nameof(CountryCode), "Velg landet studiestedet ligger i."));
        if (Semesters is null or < OwnStudyPlace.FewestSemesters or > OwnStudyPlace.MostSemesters)
            problems.Add(InvalidInput.In(nameof(Semesters), "Velg hvor lenge studiet varer."));
        if (PreclinicalYears is < 1 or > 4)
            problems.Add(InvalidInput.In(nameof(PreclinicalYears), "Skriv et tall fra 1 til 4, eller la feltet stå tomt."));
        return problems.Count > 0 ? new SeveralRefusals(problems) : new StudyPlaceFacts(name, city, country!.Code, Semesters!.Value, PreclinicalYears);
    }

    private static string Plain(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
