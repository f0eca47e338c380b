using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rekruttering.Web.Hosting;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.Error;

/// <summary>The page behind every status that has none: what happened, and what to do.</summary>
[IgnoreAntiforgeryToken]
public sealed class StatusModel(CurrentStaff staff) : PageModel
{
    public string Heading { get; private set; } = "";
    public string Explanation { get; private set; } = "";
    public string? RequestId { get; private set; }
    public bool IsStaff => staff.IsSignedIn;

    /// <summary>A form came from somebody who is not signed in any more.</summary>
    public bool AsksToSignIn => Code == 401 && !IsFramed;

    /// <summary>In a frame of another page stands no menu, and no link that would open in it.</summary>
    public bool IsFramed => SecurityHeaders.IsFramed(HttpContext);

    public void OnGet() => Explain(Code);

    public void OnPost() => Explain(Code);

    /// <summary>From the route, and not bound: a broken body, which is what some of these pages are about, stops all binding.</summary>
    private int Code => int.TryParse(RouteData.Values["code"] as string, out var code) ? code : 404;

    private string Wait => int.TryParse(Response.Headers.RetryAfter, out var seconds) && seconds > 60 ? $"{(seconds + 59) / 60} minutter" : "ett minutt";

    private void Explain(int code)
    {
        (Heading, Explanation) = code switch
        {
            400 => ("Skjemaet kom ikke fram slik det skulle",
                "Ingenting er lagret. Gå tilbake, last siden på nytt og send en gang til. Det skjer gjerne når siden har stått åpen lenge."),
            401 when IsFramed => ("Du er logget ut",
                "Logg inn i en ny fane. Da kan du gå videre her, og det du har skrevet, er ikke borte."),
            401 => ("Du er logget ut",
                "Det du skrev, er ikke lagret ennå. Logg inn i en ny fane, kom tilbake hit og last siden på nytt: da sendes det en gang til."),
            403 => ("Dette har du ikke tilgang til",
                "Rollen din i kommunen gir deg ikke lov til dette, og ingenting er endret. Spør en administrator i kommunen om du trenger det."),
            404 or 405 => ("Vi finner ikke siden",
                "Adressen kan være skrevet feil, eller det som sto her er slettet eller flyttet. Kom du hit fra en lenke i en e-post, kan lenken være brukt opp eller gått ut: svar på e-posten, så hjelper vi deg."),
            413 => ("Filen er for stor",
                "Ingenting er lagret. Del filen i mindre deler, eller lagre den som CSV, og prøv igjen."),
            429 => ("For mange forsøk",
                $"Vent {Wait} og prøv igjen."),
            >= 500 => ("Noe gikk galt hos oss",
                "Det du gjorde sist, er kanskje ikke lagret. Prøv en gang til om litt."),
            _ => ("Dette gikk ikke", "Gå tilbake og prøv en gang til."),
        };
        if (code >= 500)
            RequestId = HttpContext.TraceIdentifier;
        Response.StatusCode = code is >= 400 and < 600 ? code : 404;
    }
}
