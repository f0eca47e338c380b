using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Contact;
using Rekruttering.Infrastructure.Mail;
using Rekruttering.Web.Identity;

namespace Rekruttering.Web.Pages.Outbox;

/// <summary>One mail of the file transport: its headers, its text with links that can be followed, and its HTML in a frame of its own.</summary>
public sealed partial class MailModel(RekrutteringDb db, IOptions<MailOptions> options, CurrentStaff staff) : PageModel
{
    private static readonly string[] Shown = ["From", "Reply-To", "To", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post", "Auto-Submitted"];

    public Message Message { get; private set; } = null!;
    public MimePart Mail { get; private set; } = null!;
    public string Subject => Mail.Headers.GetValueOrDefault("Subject", "");
    public IEnumerable<(string Name, string Value)> Headers => Shown.Where(Mail.Headers.ContainsKey).Select(name => (name, Mail.Headers[name]));
    public string Text => Part("text/plain");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ?? Page();

    /// <summary>The HTML part as a document of its own, for the frame: it may carry a mail's styles and open links in a new tab, and run nothing.</summary>
    public async Task<IActionResult> OnGetHtmlAsync(Guid id, CancellationToken ct)
    {
        if (await ReadAsync(id, ct) is { } refused)
            return refused;
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
        return Content(Part("text/html").Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    /// <summary>The text cut at its links.</summary>
    public IEnumerable<(string Piece, bool IsLink)> Pieces() =>
        Address().Split(Text).Select(piece => (piece, Address().IsMatch(piece)));

    private async Task<IActionResult?> ReadAsync(Guid id, CancellationToken ct)
    {
        if (!options.IsInUse() || await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } message)
            return NotFound();
        if (!staff.MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (await options.ReadAsync(message, ct) is not { } mail)
            return NotFound();
        (Message, Mail) = (message, mail);
        return null;
    }

    private string Part(string type) => Mail.Leaves().FirstOrDefault(part => part.MediaType == type && part.FileName is null)?.Text ?? "";

    [GeneratedRegex(@"(https?://[^\s<>""]+)")]
    private static partial Regex Address();
}
