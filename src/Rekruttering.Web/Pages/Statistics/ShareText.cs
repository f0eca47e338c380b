namespace Rekruttering.Web.Pages.Statistics;

/// <summary>A text that leads students to where they sign up.</summary>
/// <param name="To">For whom.</param>
/// <param name="Subject">Of a mail with it.</param>
/// <param name="Text">Ready to send.</param>
public sealed record ShareText(string To, string Subject, string Text)
{
    /// <summary>A mail without an addressee, with the text in it.</summary>
    public string Mail => $"mailto:?subject={Uri.EscapeDataString(Subject)}&body={Uri.EscapeDataString(Text)}";

    /// <summary>For a school, for a student union, and for the students themselves.</summary>
    /// <param name="place">"Namsos".</param>
    /// <param name="kommune">"Namsos kommune".</param>
    public static IReadOnlyList<ShareText> All(string place, string kommune, string url) =>
    [
        new("Til rådgiverne på videregående", $"Medisinstudenter fra {place}",
            $"Hei! {kommune} vil gjerne holde kontakten med dem herfra som studerer medisin, i Norge og ute. Dere kjenner sikkert noen av dem. Kan dere sende denne lenken videre til dem? De melder seg selv og bestemmer hva de vil høre om, så dere trenger ikke gi oss noen navn. {url}"),
        new("Til studentlag (Nmf, ANSA)", $"Til medlemmer fra {place}",
            $"Hei! {kommune} vil gjerne holde kontakten med medisinstudenter som hører til her, om sommerjobb, praksis og LIS1. Kan dere dele dette med medlemmene? Den som vil, melder seg selv her: {url}"),
        ToStudents(place, url),
    ];

    /// <summary>For a web page, a poster, or one student to the next.</summary>
    public static ShareText ToStudents(string place, string url) => new("Til studentene selv", $"Medisinstudenter fra {place}",
        $"Studerer du medisin, og kommer du fra {place}? Kommunen vil gjerne vite om deg, så du får høre om sommerjobb og LIS1 hjemme. Meld deg her: {url}");

    /// <summary>The same where there is no page to lead to: how to reach the kommune.</summary>
    public static ShareText WithoutLink(string place, string? address, string? phone)
    {
        var contact = string.Join(" eller ", new[] { address, phone is null ? null : $"ring {phone}" }.OfType<string>());
        return ToStudents(place, "") with
        {
            Text = $"Studerer du medisin, og kommer du fra {place}? Kommunen vil gjerne vite om deg, så du får høre om sommerjobb og LIS1 hjemme. {(contact.Length > 0 ? $"Skriv til {contact}." : "Ta kontakt med kommunen.")}",
        };
    }
}
