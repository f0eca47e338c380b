using System.Text;
using Rekruttering.Domain.Common;

namespace Rekruttering.Application.Outbox;

/// <summary>The links of one mail, and the secrets in them: what is kept of the mail must not open anything.</summary>
public sealed class MailLinks(PublicAddress address, string kommuneNumber, string? token)
{
    /// <summary>What stands instead of a personal link in the text that is kept.</summary>
    public const string Hidden = "[personlig lenke]";

    /// <summary>
    /// In a preview and a test: the page then says that the link does not work any more. As long as a real one (<see cref="SecretToken"/>), so
    /// that what is tried is what is sent: mails of one campaign once broke on the length of their links alone.
    /// </summary>
    public const string ExampleToken = "eksempel-eksempel-eksempel-eksempel-eksempe";

    private readonly List<string> _secrets = token is null ? [] : [token];

    /// <summary>Where the student says no to further mail.</summary>
    public string Unsubscribe => Personal("/avmelding/");

    /// <summary>Where the student answers an offer.</summary>
    public string Answer => Personal("/svar/");

    /// <summary>Where the student says what is wanted for LIS1.</summary>
    public string Lis1 => Personal("/lis1/");

    /// <summary>How the kommune treats personal data; for anybody.</summary>
    public string Privacy => address.Of($"/personvern?kommune={kommuneNumber}");

    /// <summary>The page of a campaign; for those who sign in.</summary>
    public string Campaign(Guid id) => address.Of($"/utsendinger/{id}");

    /// <summary>A link with a secret of its own, such as an invitation.</summary>
    public string WithSecret(string path, string secret)
    {
        _secrets.Add(secret);
        return address.Of(path + secret);
    }

    /// <summary>The text with every personal link taken out.</summary>
    public string Hide(string text) => _secrets.Aggregate(text, Hide);

    private static string Hide(string text, string secret)
    {
        var hidden = new StringBuilder();
        var rest = 0;
        for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, rest, StringComparison.Ordinal))
        {
            var (from, to) = (at, at + secret.Length);
            while (from > rest && IsOfLink(text[from - 1]))
                from--;
            while (to < text.Length && IsOfLink(text[to]))
                to++;
            hidden.Append(text, rest, from - rest).Append(Hidden);
            rest = to;
        }
        return rest == 0 ? text : hidden.Append(text, rest, text.Length - rest).ToString();
    }

    private static bool IsOfLink(char character) => !char.IsWhiteSpace(character) && character is not ('<' or '>' or '(' or ')' or '"');

    private string Personal(string path) =>
        address.Of(path + (token ?? throw new InvalidOperationException("A mail without a student has no personal link.")));
}
