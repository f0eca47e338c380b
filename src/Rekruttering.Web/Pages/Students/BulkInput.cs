using Rekruttering.Application.Students;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Pages.Students;

/// <summary>What is to be done, as it is typed.</summary>
public sealed class BulkInput
{
    public BulkKind? Kind { get; set; }
    public Guid? ContactPersonId { get; set; }
    public string? ContactName { get; set; }
    public Progression? Progression { get; set; }
    public TieKind? Tie { get; set; }
    public string? Words { get; set; }

    /// <summary>Of the preview that was seen.</summary>
    public string? Seal { get; set; }

    public BulkOrder For(StudentFilter filter, IReadOnlyList<Guid> chosen) =>
        new(Kind, filter, chosen) { ContactPersonId = ContactPersonId, ContactName = ContactName, Progression = Progression, Tie = Tie, Words = Words };
}
