using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Rekruttering.Web.Pages.Shared;

/// <summary>What the next page tells of the step just taken: "Lagret.", "4 tilbud er trukket tilbake."</summary>
public static class Said
{
    public const string Key = "Said";
    public const string ToneKey = "SaidTone";

    public static void Say(this ITempDataDictionary tempData, string sentence, string tone = "success")
    {
        ArgumentNullException.ThrowIfNull(tempData);
        tempData[Key] = sentence;
        tempData[ToneKey] = tone;
    }
}
