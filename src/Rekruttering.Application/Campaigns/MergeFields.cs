namespace Rekruttering.Application.Campaigns;

/// <summary>What a merge is filled with. Whatever stands here is text, never Markdown or HTML.</summary>
public sealed record MergeValues
{
    /// <summary>The student's first name; null when it is not known or cannot be trusted.</summary>
    public string? FirstName { get; init; }

    /// <summary>"Namsos kommune".</summary>
    public required string Kommune { get; init; }

    /// <summary>"Kari Nordmann"; null where no person is named.</summary>
    public string? Sender { get; init; }

    /// <summary>Where the student studies; null when it is not known.</summary>
    public string? StudyPlace { get; init; }

    /// <summary>Where the sender answers the telephone; null when it is not set.</summary>
    public string? Phone { get; init; }

    /// <summary>The student's own page for wishes about LIS1, absolute.</summary>
    public required string Lis1Url { get; init; }

    /// <summary>Where the student stops further mail, absolute.</summary>
    public required string UnsubscribeUrl { get; init; }

    /// <summary>The page on personal data, absolute.</summary>
    public required string PrivacyUrl { get; init; }
}

/// <summary>A field that a recruiter may write as <c>{{name}}</c> or <c>{{name|fallback}}</c>.</summary>
/// <param name="Name">Norwegian, lower case.</param>
/// <param name="Meaning">What the editor says of it.</param>
/// <param name="IsLink">True for an address, which becomes a link where it stands alone.</param>
/// <param name="IsPersonal">True where it tells who the student is, by name or by a link of her own: nothing for another site.</param>
/// <param name="Value">Where its value comes from.</param>
public sealed record MergeField(string Name, string Meaning, bool IsLink, bool IsPersonal, Func<MergeValues, string?> Value)
{
    /// <summary>As it is typed, with the fallback that the editor proposes.</summary>
    public string Example => Name switch { "fornavn" => "{{fornavn|du}}", "avsender" => "{{avsender|oss}}", "studiested" => "{{studiested|studiestedet ditt}}", _ => $"{{{{{Name}}}}}" };
}

/// <summary>The closed list of fields: the one table behind the editor's help, the check and the merge.</summary>
public static class MergeFields
{
    /// <summary>In the order the editor shows them.</summary>
    public static IReadOnlyList<MergeField> All { get; } =
    [
        new("fornavn", "Fornavnet til studenten. Det som står etter streken, brukes når vi ikke vet fornavnet.", false, true, values => values.FirstName),
        new("kommune", "Navnet på kommunen, for eksempel «Namsos kommune».", false, false, values => values.Kommune),
        new("avsender", "Navnet på den som står som avsender. Det som står etter streken, brukes når dere ikke har satt noen avsender.", false, false, values => values.Sender),
        new("telefon", "Telefonen til den som står som avsender.", false, false, values => values.Phone),
        new("studiested", "Navnet på studiestedet. Det som står etter streken, brukes når vi ikke vet det.", false, true, values => values.StudyPlace),
        new("lenke_lis1", "Lenke til siden der studenten sier hvor hun eller han ønsker LIS1. Hver student får sin egen.", true, true, values => values.Lis1Url),
        new("lenke_avmelding", "Lenke for å melde seg av. Den står også nederst i alle e-poster.", true, true, values => values.UnsubscribeUrl),
        new("lenke_personvern", "Lenke til siden om personvern. Den står også nederst i alle e-poster.", true, false, values => values.PrivacyUrl),
    ];

    /// <summary>The field of that name, whatever its case, or null.</summary>
    public static MergeField? Find(string name) => All.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
