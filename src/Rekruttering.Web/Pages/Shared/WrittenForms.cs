using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Shared;

/// <summary>The languages of the student's pages: picks words, and remembers what the reader picked. Staff read bokmål.</summary>
public static class WrittenForms
{
    private const string Parameter = "sprak";

    public static string Code(this WrittenForm language) => language switch
    {
        WrittenForm.Nynorsk => "nn",
        WrittenForm.English => "en",
        _ => "nb",
    };

    public static string OwnName(this WrittenForm language) => language switch
    {
        WrittenForm.Nynorsk => "Nynorsk",
        WrittenForm.English => "English",
        _ => "Bokmål",
    };

    /// <summary>The sentence in this language.</summary>
    public static string Say(this WrittenForm language, string bokmaal, string nynorsk, string english) => language switch
    {
        WrittenForm.Nynorsk => nynorsk,
        WrittenForm.English => english,
        _ => bokmaal,
    };

    /// <summary>What the reader chose by `?sprak=`, else chose before in this browser, else the language of the mail.</summary>
    public static WrittenForm LanguageOr(this HttpContext http, WrittenForm ofTheMail)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (Parse(http.Request.Query[Parameter]) is { } chosen)
        {
            http.Response.Cookies.Append(Parameter, chosen.Code(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });
            return chosen;
        }
        return Parse(http.Request.Cookies[Parameter]) ?? ofTheMail;
    }

    /// <summary>The language that the address asks for; null when it asks for none.</summary>
    public static WrittenForm? Asked(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Parse(request.Query[Parameter]);
    }

    private static WrittenForm? Parse(string? code) => code switch
    {
        "nb" => WrittenForm.Bokmaal,
        "nn" => WrittenForm.Nynorsk,
        "en" => WrittenForm.English,
        _ => null,
    };
}
