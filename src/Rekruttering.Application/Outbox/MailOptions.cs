using System.Net;
using System.Net.Mail;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Outbox;

/// <summary>How mail leaves. Files are the default: a fresh installation can mail nobody by mistake.</summary>
public enum MailTransportKind
{
    /// <summary>One <c>.eml</c> a message in <see cref="MailOptions.Folder"/>.</summary>
    File,

    /// <summary>To <see cref="MailOptions.Host"/>.</summary>
    Smtp,
}

/// <summary>How the connection to the mail server is protected. There is no "if possible": what is asked for holds, or nothing is sent.</summary>
public enum MailSecurity
{
    /// <summary>Plain text, for a server on the same machine or network.</summary>
    None,

    /// <summary>Plain first, encrypted before anything is said; port 587.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte; port 465.</summary>
    Tls,
}

/// <summary>The configuration section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Mail";

    /// <summary>What a mail to a file is from when <see cref="From"/> is not set: a name that is reserved for examples.</summary>
    public const string NobodysAddress = "rekruttering@example.com";

    /// <summary>When not said, a server where <see cref="Host"/> names one, else files.</summary>
    public MailTransportKind? Transport { get; set; }

    /// <summary>The mail server's name.</summary>
    public string? Host { get; set; }

    /// <summary>The mail server's port; when not set, the usual one of <see cref="Security"/>.</summary>
    public int? Port { get; set; }

    /// <summary>Encrypted, unless said otherwise.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>The user at the mail server, when it wants one.</summary>
    public string? User { get; set; }

    /// <summary>That user's password. Never logged, nor part of any message.</summary>
    public string? Password { get; set; }

    /// <summary>The address that mail is sent from.</summary>
    public string? From { get; set; }

    /// <summary>A signature on what leaves, when the mail server does not sign itself. Needs a build with the MailKit stack.</summary>
    public DkimOptions Dkim { get; set; } = new();

    /// <summary>Signing in with a token instead of a password, as Microsoft 365 and Google want it. Needs a build with the MailKit stack.</summary>
    public OAuth2Options OAuth2 { get; set; } = new();

    /// <summary>How many connections a run may hold at once.</summary>
    public int Connections { get; set; } = 2;

    /// <summary>How many messages may leave in a minute; 0 is no limit. 25 stays under the 30 of a shared Microsoft 365 relay.</summary>
    public int PerMinute { get; set; } = 25;

    /// <summary>How many messages may leave in a minute to one recipient domain; 0 is no limit but <see cref="PerMinute"/>.</summary>
    public int PerDomainPerMinute { get; set; }

    /// <summary>The same for domains by name, as <c>Mail:PerDomain:gmail.com</c>; 0 is no limit for that one.</summary>
    public Dictionary<string, int> PerDomain { get; } = [];

    /// <summary>How long one message may take. Some servers read the whole message for viruses before they answer.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>So many refusals in a row pause a campaign.</summary>
    public int FailuresThatPause { get; set; } = 10;

    /// <summary>Where <see cref="MailTransportKind.File"/> writes.</summary>
    public string Folder { get; set; } = "data/outbox";

    /// <summary>The file of a message there.</summary>
    public string FileOf(Guid messageId) => Path.Combine(Folder, $"{messageId:N}.eml");

    /// <summary>The transport in use.</summary>
    public MailTransportKind TransportInUse => Transport ?? (string.IsNullOrWhiteSpace(Host) ? MailTransportKind.File : MailTransportKind.Smtp);

    /// <summary>The port in use.</summary>
    public int PortInUse => Port ?? Security switch { MailSecurity.Tls => 465, MailSecurity.StartTls => 587, _ => 25 };

    /// <summary>The limits of <see cref="PerDomain"/>, by domain as <see cref="RecipientDomain"/> writes it; of one that is named twice the lower.</summary>
    public Dictionary<string, int> LimitedDomains() =>
        PerDomain.GroupBy(one => RecipientDomain.Named(one.Key)).ToDictionary(same => same.Key, same => same.Min(one => one.Value), StringComparer.Ordinal);

    /// <summary>Every fault, each in one English sentence that says what to set. Never a password or an address.</summary>
    public IEnumerable<string> Faults()
    {
        if (!Enum.IsDefined(TransportInUse))
            yield return "Mail:Transport must be File or Smtp.";
        if (!Enum.IsDefined(Security))
            yield return "Mail:Security must be None, StartTls or Tls.";
        if (!string.IsNullOrEmpty(From) && !IsAddress(From))
            yield return "Mail:From must be one address, like post@example.com, without a name.";
        if (Connections is < 1 or > 64)
            yield return "Mail:Connections must be from 1 to 64.";
        if (AnswerWithin < TimeSpan.FromMilliseconds(100) || AnswerWithin > TimeSpan.FromMinutes(30))
            yield return "Mail:AnswerWithin must be from 00:00:00.1 to 00:30:00.";
        if (PerMinute is < 0 or > 1_000_000)
            yield return "Mail:PerMinute must be from 0 (no limit) to 1000000.";
        if (PerDomainPerMinute is < 0 or > 1_000_000)
            yield return "Mail:PerDomainPerMinute must be from 0 (no limit) to 1000000.";
        if (PerDomain.Any(one => one.Value is < 0 or > 1_000_000 || !RecipientDomain.Named(one.Key).Contains('.')))
            yield return "Mail:PerDomain must name domains, like gmail.com, each with a number from 0 (no limit) to 1000000.";
        if (FailuresThatPause < 1)
            yield return "Mail:FailuresThatPause must be at least 1.";
        if (TransportInUse == MailTransportKind.File && string.IsNullOrWhiteSpace(Folder))
            yield return "Mail:Folder must name a folder when Mail:Transport is File.";
        if (TransportInUse != MailTransportKind.Smtp)
            yield break;
        if (string.IsNullOrWhiteSpace(Host))
            yield return "Mail:Host must name the mail server when Mail:Transport is Smtp.";
        if (Port is < 1 or > 65535)
            yield return "Mail:Port must be from 1 to 65535.";
        if (string.IsNullOrEmpty(From))
            yield return "Mail:From must be set when Mail:Transport is Smtp.";
        if (OAuth2.IsUsed)
        {
            foreach (var fault in OAuth2.Faults(this))
                yield return fault;
        }
        else if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
        {
            yield return "Mail:User and Mail:Password must be set together, or neither.";
        }
        foreach (var fault in Dkim.Faults())
            yield return fault;
        if (Security == MailSecurity.None && !string.IsNullOrEmpty(Password) && !IsThisMachine(Host))
            yield return "Mail:Security None would send Mail:Password unencrypted over the network: use StartTls or Tls.";
    }

    /// <summary>
    /// Whether mail can be sent there: one plain address with a dotted domain. <see cref="MailAddress"/> alone takes lists, names and
    /// comments as well.
    /// </summary>
    public static bool IsAddress(string? text) =>
        text is { Length: > 2 and <= 254 }
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is ',' or ';' or '<' or '>' or '"' or '(' or ')')
        && address.Host.Contains('.');

    internal static bool IsThisMachine(string? host) => host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

/// <summary>The configuration section <c>Mail:Dkim</c> (RFC 6376).</summary>
public sealed class DkimOptions
{
    /// <summary>A file with the private RSA key in PEM. Nothing is signed when it is not set.</summary>
    public string? KeyFile { get; set; }

    /// <summary>The name under which the public key stands in DNS: SELECTOR._domainkey.DOMAIN.</summary>
    public string? Selector { get; set; }

    /// <summary>Who signs; when not set, the domain of <see cref="MailOptions.From"/>, which is what DMARC wants.</summary>
    public string? Domain { get; set; }

    /// <summary>Whether mail is to be signed.</summary>
    public bool IsUsed => !string.IsNullOrWhiteSpace(KeyFile) || !string.IsNullOrWhiteSpace(Selector);

    internal IEnumerable<string> Faults()
    {
        if (!IsUsed)
            yield break;
        if (string.IsNullOrWhiteSpace(KeyFile) || string.IsNullOrWhiteSpace(Selector))
            yield return "Mail:Dkim:KeyFile and Mail:Dkim:Selector must be set together, or neither.";
        else if (!File.Exists(KeyFile))
            yield return "Mail:Dkim:KeyFile names a file that is not there.";
    }
}

/// <summary>The configuration section <c>Mail:OAuth2</c>: client credentials (RFC 6749 4.4), shown to the mail server as XOAUTH2.</summary>
public sealed class OAuth2Options
{
    /// <summary>Where tokens are fetched, an https address.</summary>
    public string? TokenEndpoint { get; set; }

    /// <summary>The program's name there.</summary>
    public string? ClientId { get; set; }

    /// <summary>Its secret. Never logged, nor part of any message.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What the token is for, as https://outlook.office365.com/.default.</summary>
    public string? Scope { get; set; }

    /// <summary>Whether a token takes the place of the password.</summary>
    public bool IsUsed => !string.IsNullOrWhiteSpace(TokenEndpoint);

    internal IEnumerable<string> Faults(MailOptions mail)
    {
        if (!Uri.TryCreate(TokenEndpoint, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !MailOptions.IsThisMachine(address.Host)))
            yield return "Mail:OAuth2:TokenEndpoint must be an https address.";
        if (string.IsNullOrWhiteSpace(ClientId) || string.IsNullOrWhiteSpace(ClientSecret))
            yield return "Mail:OAuth2:ClientId and Mail:OAuth2:ClientSecret must be set with Mail:OAuth2:TokenEndpoint.";
        if (string.IsNullOrEmpty(mail.User) || !string.IsNullOrEmpty(mail.Password))
            yield return "With Mail:OAuth2 the mailbox stands in Mail:User, and Mail:Password is not set.";
        if (mail.Security == MailSecurity.None && !MailOptions.IsThisMachine(mail.Host))
            yield return "Mail:Security None would send the token unencrypted over the network: use StartTls or Tls.";
    }
}
