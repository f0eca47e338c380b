using Rekruttering.Domain.Common;
using Rekruttering.Domain.Jobs;

namespace Rekruttering.Web.Pages.Answer;

/// <summary>A job as students see it: on their own page, and as the recruiter's preview.</summary>
public sealed record JobFactsView(SummerJob Job, AnswerWords Words, string CallName, string? CallPhone)
{
    private PhoneNumber? Number => PhoneNumber.TryParse(CallPhone, out var number) ? number : null;

    /// <summary>As it is read; what cannot be understood stays as it was typed.</summary>
    public string? Phone => Number?.Display ?? CallPhone;

    /// <summary>What a telephone dials, or null.</summary>
    public string? Dial => Number is null ? null : "tel:" + Number.Value;
}
