using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rekruttering.Application.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Web.Pages.Shared;
using Rekruttering.Web.Pages.Unsubscribe;
using Rekruttering.Web.TagHelpers;

namespace Rekruttering.Web.Pages.Joining;

/// <summary>What can be chosen on the page, in the language of the page: a thumb chooses more quickly than it types.</summary>
public sealed class JoinChoices(WrittenForm form, DateOnly today)
{
    private const int YearsBack = 9;
    private const int YearsAhead = 8;

    /// <summary>The terms in which somebody who studies now may have begun, the newest first.</summary>
    public IEnumerable<SelectListItem> Starts() => Enumerable.Range(0, 2 * YearsBack).Select(back => Term.Of(today).Plus(-back))
        .Select(term => new SelectListItem(NameOf(term), term.Index.ToString(CultureInfo.InvariantCulture)));

    /// <summary>"Høst 2026".</summary>
    public string NameOf(Term term) => $"{(term.Season == Season.Autumn ? form.Say("Høst", "Haust", "Autumn") : form.Say("Vår", "Vår", "Spring"))} {term.Year}";

    /// <summary>"juni"; null for none.</summary>
    public string? NameOf(int? month) => month is { } number ? CultureInfo.GetCultureInfo(form.Say("nb-NO", "nn-NO", "en-GB")).DateTimeFormat.GetMonthName(number) : null;

    public IEnumerable<SelectListItem> GraduationYears() => Enumerable.Range(today.Year, YearsAhead + 1).Select(year => year.ToString(CultureInfo.InvariantCulture)).Select(year => new SelectListItem(year, year));

    public IEnumerable<SelectListItem> Months() => Enumerable.Range(1, 12).Select(month =>
        new SelectListItem(NameOf(month), month.ToString(CultureInfo.InvariantCulture)));

    public IEnumerable<SelectListItem> Ties() => Enum.GetValues<TieKind>().Select(tie => new SelectListItem(JoinWords.In(form).TieName(tie), tie.ToString()));

    public IEnumerable<SelectListItem> Mail() => ChooseMail.Kinds.Select(kind => new SelectListItem(UnsubscribeWords.In(form).NameOf(kind), kind.ToString()));

    public static IEnumerable<SelectListItem> Languages() => Enum.GetValues<WrittenForm>().Select(language => new Option(language.ToString(), language.OwnName()));
}
