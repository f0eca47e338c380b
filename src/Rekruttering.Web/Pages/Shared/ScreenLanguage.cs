namespace Rekruttering.Web.Pages.Shared;

/// <summary>The languages of the student's pages. Staff read bokmål.</summary>
public enum ScreenLanguage
{
    Bokmaal,
    Nynorsk,
    English,
}

/// <summary>Picks words, and remembers what the reader picked.</summary>
public static class ScreenLanguages
{
    private const string Parameter = "sprak";

    public static string Code(this ScreenLanguage language) => language switch
    {
        ScreenLanguage.Nynorsk => "nn",
        ScreenLanguage.English => "en",
        _ => "nb",
    };

    public static string OwnName(this ScreenLanguage language) => language switch
    {
        ScreenLanguage.Nynorsk => "Nynorsk",
        ScreenLanguage.English => "English",
        _ => "Bokmål",
    };

    /// <summary>The sentence in this language.</summary>
    public static string Say(this ScreenLanguage language, string bokmaal, string nynorsk, string english) => language switch
    {
        ScreenLanguage.Nynorsk => nynorsk,
        ScreenLanguage.English => english,
        _ => bokmaal,
    };

    /// <summary>What the reader chose by `?sprak=`, else chose before in this browser, else the language of the mail.</summary>
    public static ScreenLanguage LanguageOr(this HttpContext http, ScreenLanguage ofTheMail)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (Parse(http.Request.Query[Parameter]) is { } chosen)
        {
            http.Response.Cookies.Append(Parameter, chosen.Code(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });
            return chosen;
        }
        return Parse(http.Request.Cookies[Parameter]) ?? ofTheMail;
    }

    private static ScreenLanguage? Parse(string? code) => code switch
    {
        "nb" => ScreenLanguage.Bokmaal,
        "nn" => ScreenLanguage.Nynorsk,
        "en" => ScreenLanguage.English,
        _ => null,
    };
}
