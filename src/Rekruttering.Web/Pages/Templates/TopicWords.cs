using Microsoft.AspNetCore.Mvc.Rendering;
using Rekruttering.Application.Campaigns;
using Rekruttering.Domain.Students;
using Rekruttering.Web.TagHelpers;

namespace Rekruttering.Web.Pages.Templates;

/// <summary>What a mail is about, in words.</summary>
public static class TopicWords
{
    public static string Of(ReservationScope topic) => topic switch
    {
        ReservationScope.Jobs => "Sommerjobb",
        ReservationScope.Lis1 => "LIS1",
        ReservationScope.Events => "Arrangement",
        _ => "Nytt og hilsener",
    };

    public static IEnumerable<SelectListItem> Choices() => WriteTemplate.Topics.Select(topic => new Option(topic.ToString(), Of(topic), topic switch
    {
        ReservationScope.Jobs => "Går ikke til dem som har sagt nei til e-post om jobb.",
        ReservationScope.Lis1 => "Går ikke til dem som har sagt nei til e-post om LIS1.",
        ReservationScope.Events => "Går ikke til dem som har sagt nei til invitasjoner.",
        _ => "Går ikke til dem som har sagt nei til nyheter og hilsener.",
    }));
}
