using System.Text;
using Rekruttering.Application.Outbox;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Mail;

/// <summary>What every transport of this build must keep.</summary>
[Trait("Engine", "Any")]
public sealed class SendingOneMail : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("outbox-").FullName;
    readonly MailSink sink = new();

    public static TheoryData<string> Transports => ["File", "Smtp"];

    [Theory, MemberData(nameof(Transports))]
    public async Task The_mail_arrives_as_it_was_written(string transport)
    {
        var sent = MailEdge.Mail();
        var received = await SentAsync(transport, sent);

        Assert.Equal(sent.Subject, received.Subject);
        Assert.Equal(sent.TextBody, received.Text);
        Assert.Equal(sent.HtmlBody, received.Html);
        Assert.Equal(sent.MessageId, received.MessageId);
        Assert.Equal((sent.From.Name, sent.From.Address), (received.From.DisplayName, received.From.Address));
        Assert.Equal((sent.To.Name, sent.To.Address), (received.To.DisplayName, received.To.Address));
        Assert.Contains("kari@namsos.example.com", received.Headers["Reply-To"]);
        Assert.Equal(["https://rekruttering.example.com/svar/abc_-9"], received.Links);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task The_mail_is_one_message_of_two_alternatives_that_any_server_can_carry(string transport)
    {
        var received = await SentAsync(transport, MailEdge.Mail());

        Assert.StartsWith("multipart/alternative", received.Headers["Content-Type"]);
        Assert.Equal("1.0", received.Headers["MIME-Version"]);
        Assert.Equal(["text/plain", "text/html"], received.Parts.Select(part => part.MediaType));
        Assert.All(received.Parts, part => Assert.Contains("utf-8", part.ContentType, StringComparison.OrdinalIgnoreCase));
        Assert.All(received.Raw, letter => Assert.True(char.IsAscii(letter)));
        Assert.All(received.Raw.Split("\r\n"), line => Assert.True(line.Length <= 998));
        Assert.DoesNotContain(received.Headers.Keys, name => name.StartsWith("X-", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Headers_of_our_own_arrive_whole(string transport)
    {
        var sent = MailEdge.Mail();
        var received = await SentAsync(transport, sent);

        Assert.Equal(sent.Headers["List-Unsubscribe"], received.Headers["List-Unsubscribe"].Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("List-Unsubscribe=One-Click", received.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("nb", received.Headers["Content-Language"]);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_calendar_entry_goes_with_the_mail(string transport)
    {
        var calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Møte på rådhuset\r\nEND:VCALENDAR\r\n";
        var received = await SentAsync(transport, MailEdge.Mail() with
        {
            Attachments = [new MailAttachment("møte.ics", "text/calendar", Encoding.UTF8.GetBytes(calendar), "REQUEST")],
        });

        var attachment = Assert.Single(received.Attachments);
        Assert.Equal("møte.ics", attachment.FileName);
        Assert.Equal("text/calendar", attachment.MediaType);
        Assert.Contains("method=REQUEST", attachment.ContentType);
        Assert.Equal(calendar, Encoding.UTF8.GetString(attachment.Bytes));
        Assert.Contains("Blåbærsyltetøy", received.Text);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_name_with_quotes_and_a_line_break_cannot_become_a_header(string transport)
    {
        var received = await SentAsync(transport, MailEdge.Mail() with { To = new Mailbox("Ola \"Bø\" <b@example.net>\r\nBcc: all@example.net", "ola@example.org") });

        Assert.Equal("ola@example.org", received.To.Address);
        Assert.DoesNotContain("Bcc", received.Headers.Keys);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_subject_of_two_lines_is_a_bug_and_throws(string transport)
    {
        await using var edge = Edge(transport);

        await Assert.ThrowsAsync<ArgumentException>(() => edge.SendAsync(MailEdge.Mail() with { Subject = "Hei\r\nBcc: all@example.net" }));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task An_address_that_is_none_is_refused_for_good_and_nothing_leaves(string transport)
    {
        await using var edge = Edge(transport);
        foreach (var address in new[] { "", "kari", "kari@", "a@b", "b@y.test, c@y.test", "Kari <kari@example.org>", "kari@example.org\r\nRCPT TO:<x@y.test>", "kari @example.org" })
            Assert.Equal(DeliveryOutcome.RecipientRefused, (await edge.SendAsync(MailEdge.Mail(address))).Outcome);

        Assert.Empty(sink.Messages);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_send_that_was_cancelled_beforehand_sends_nothing(string transport)
    {
        await using var edge = Edge(transport);
        await using var connection = await edge.ConnectAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.SendAsync(MailEdge.Mail(), new CancellationToken(true)));

        Assert.Empty(sink.Messages);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_file_is_named_by_the_message_and_dated_as_it_says_so_that_twice_is_once()
    {
        await using var edge = Edge("File");
        var mail = MailEdge.Mail();
        await edge.SendAsync(mail);
        await edge.SendAsync(mail);

        var file = Assert.Single(Directory.GetFileSystemEntries(folder));
        Assert.Equal(mail.MessageId.Split('@')[0] + ".eml", Path.GetFileName(file));
        Assert.Equal(mail.Date, ReceivedMail.Parse(await File.ReadAllBytesAsync(file)).Date);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_means_wait()
    {
        var file = Path.Combine(folder, "a file");
        await File.WriteAllTextAsync(file, "");
        await using var edge = new MailEdge(("Folder", file));

        Assert.Equal(DeliveryOutcome.ServerDown, (await edge.SendAsync(MailEdge.Mail())).Outcome);
    }

    public async ValueTask DisposeAsync()
    {
        await sink.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    MailEdge Edge(string transport) => transport == "File" ? new MailEdge(("Folder", folder)) : MailEdge.To(sink);

    async Task<ReceivedMail> SentAsync(string transport, MailEnvelope mail)
    {
        await using var edge = Edge(transport);
        var result = await edge.SendAsync(mail);
        Assert.True(result.Outcome == DeliveryOutcome.Accepted, result.Answer);
        return transport == "File"
            ? ReceivedMail.Parse(await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(folder))))
            : Assert.Single(sink.Messages);
    }
}
