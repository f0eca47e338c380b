using System.Net;
using System.Net.Sockets;
using Rekruttering.Application.Outbox;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Mail;

/// <summary>Certain where it is certain, uncertain where it is not: the difference decides whether somebody gets two mails, or none.</summary>
[Trait("Engine", "Any")]
public sealed class WhenTheServerMisbehaves : IAsyncDisposable
{
    static readonly (string, string) Short = ("AnswerWithin", "00:00:01");

    readonly MailSink sink = new();

    [Theory]
    [InlineData(MailSinkBehaviour.Greylist, DeliveryOutcome.TryLater, "450 4.7.1 Greylisted, come again")]
    [InlineData(MailSinkBehaviour.RefuseRecipient, DeliveryOutcome.RecipientRefused, "550 5.1.1 No such user")]
    [InlineData(MailSinkBehaviour.RefuseRelaying, DeliveryOutcome.MessageRefused, "550 5.7.1 Relaying denied")]
    [InlineData(MailSinkBehaviour.RefuseSender, DeliveryOutcome.SenderRefused, "550 5.7.1 Not from you")]
    [InlineData(MailSinkBehaviour.RefuseContent, DeliveryOutcome.MessageRefused, "554 5.6.0 Not this message for <lodz@example.org>")]
    [InlineData(MailSinkBehaviour.PutOffContent, DeliveryOutcome.TryLater, "451 4.3.0 Not now")]
    [InlineData(MailSinkBehaviour.Shutdown, DeliveryOutcome.ServerDown, "421 4.3.2 Closing for the night")]
    [InlineData(MailSinkBehaviour.ShutdownAfterData, DeliveryOutcome.ServerDown, "421 4.3.2 Closing for the night")]
    public async Task A_no_is_named_by_what_to_do_next_and_keeps_the_servers_words(MailSinkBehaviour behaviour, DeliveryOutcome outcome, string answer)
    {
        sink.Behaviour = behaviour;
        await using var edge = MailEdge.To(sink);

        Assert.Equal(new DeliveryResult(outcome, answer), await edge.SendAsync(MailEdge.Mail()));
        Assert.Empty(sink.Messages);
    }

    [Theory]
    [InlineData("554 5.7.1 <lodz@example.org>: Recipient address rejected", DeliveryOutcome.MessageRefused)]
    [InlineData("556 5.1.10 Recipient address has null MX", DeliveryOutcome.RecipientRefused)]
    [InlineData("501 5.1.3 Bad recipient address syntax", DeliveryOutcome.RecipientRefused)]
    [InlineData("550 No such user", DeliveryOutcome.RecipientRefused)]
    [InlineData("550 relay not permitted", DeliveryOutcome.MessageRefused)]
    [InlineData("554 Blocked as spam", DeliveryOutcome.MessageRefused)]
    [InlineData("550 5.2.1 Mailbox disabled, denied", DeliveryOutcome.RecipientRefused)]
    [InlineData("553 5.1.7 Bad sender address", DeliveryOutcome.SenderRefused)]
    [InlineData("550 5.1.8 Sender's domain does not exist", DeliveryOutcome.SenderRefused)]
    [InlineData("530 5.7.0 Sign in first", DeliveryOutcome.SenderRefused)]
    [InlineData("552 5.2.2 Mailbox full", DeliveryOutcome.TryLater)]
    [InlineData("451 4.3.0 Not now", DeliveryOutcome.TryLater)]
    [InlineData("452 4.2.2 Mailbox full", DeliveryOutcome.TryLater)]
    [InlineData("421 4.3.2 Closing for the night", DeliveryOutcome.ServerDown)]
    public async Task A_no_to_one_recipient_is_about_that_recipient_whatever_its_code(string line, DeliveryOutcome outcome)
    {
        sink.TellAtRecipient("lodz@example.org", line);
        await using var edge = MailEdge.To(sink);
        await using var connection = await edge.ConnectAsync();

        Assert.Equal(outcome, (await connection.SendAsync(MailEdge.Mail(), CancellationToken.None)).Outcome);
        Assert.Equal(DeliveryOutcome.Accepted, (await connection.SendAsync(MailEdge.Mail("other@example.org"), CancellationToken.None)).Outcome);
    }

    [Theory]
    [InlineData("550 Not from you")]
    [InlineData("554 5.7.1 Not from you")]
    [InlineData("501 5.1.8 Not from there")]
    public async Task A_no_to_the_sender_is_about_us_whatever_its_code(string line)
    {
        sink.ToldAtSender = line;
        await using var edge = MailEdge.To(sink);

        Assert.Equal(new DeliveryResult(DeliveryOutcome.SenderRefused, line), await edge.SendAsync(MailEdge.Mail()));
    }

    [Theory]
    [InlineData(MailSinkBehaviour.DropBeforeData, DeliveryOutcome.ServerDown)]
    [InlineData(MailSinkBehaviour.DropInData, DeliveryOutcome.Uncertain)]
    [InlineData(MailSinkBehaviour.DropAfterData, DeliveryOutcome.Uncertain)]
    public async Task A_lost_connection_is_uncertain_only_once_the_message_was_leaving(MailSinkBehaviour behaviour, DeliveryOutcome outcome)
    {
        sink.Behaviour = behaviour;
        await using var edge = MailEdge.To(sink);

        Assert.Equal(outcome, (await edge.SendAsync(MailEdge.Mail())).Outcome);
    }

    [Theory]
    [InlineData(MailSinkBehaviour.StallBeforeData, DeliveryOutcome.ServerDown)]
    [InlineData(MailSinkBehaviour.StallAfterData, DeliveryOutcome.Uncertain)]
    public async Task A_server_that_never_answers_holds_nobody_longer_than_it_may(MailSinkBehaviour behaviour, DeliveryOutcome outcome)
    {
        sink.Behaviour = behaviour;
        await using var edge = MailEdge.To(sink, Short);

        Assert.Equal(outcome, (await edge.SendAsync(MailEdge.Mail())).Outcome);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_down()
    {
        await using var edge = new MailEdge(("Transport", "Smtp"), ("Host", "127.0.0.1"), ("Port", $"{ClosedPort()}"), ("Security", "None"), ("From", "post@namsos.example.com"));

        Assert.Equal(DeliveryOutcome.ServerDown, (await edge.SendAsync(MailEdge.Mail())).Outcome);
    }

    [Fact]
    public async Task A_server_whose_name_is_unknown_is_down()
    {
        await using var edge = new MailEdge(("Transport", "Smtp"), ("Host", "no-such-host.invalid"), ("Port", "2525"), ("Security", "None"), ("From", "post@namsos.example.com"));

        Assert.Equal(DeliveryOutcome.ServerDown, (await edge.SendAsync(MailEdge.Mail())).Outcome);
    }

    [Fact]
    public async Task Without_the_encryption_that_was_asked_for_nothing_is_said()
    {
        sink.Password = "hemmelig";
        await using var edge = MailEdge.To(sink, ("Security", "StartTls"), ("User", "post"), ("Password", "hemmelig"));

        var result = await edge.SendAsync(MailEdge.Mail());

        Assert.Equal(DeliveryOutcome.SenderRefused, result.Outcome);
        Assert.Contains("STARTTLS", result.Answer);
        Assert.Empty(sink.Messages);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_not_trusted()
    {
        sink.OffersStartTls = true;
        await using var edge = MailEdge.To(sink, ("Security", "StartTls"));

        var result = await edge.SendAsync(MailEdge.Mail());

        Assert.Equal(DeliveryOutcome.SenderRefused, result.Outcome);
        Assert.Contains("sertifikatet", result.Answer);
    }

    [Fact]
    public async Task The_right_password_is_let_in()
    {
        sink.Password = "blåbær";
        await using var edge = MailEdge.To(sink, ("User", "post"), ("Password", "blåbær"));

        Assert.Equal(DeliveryOutcome.Accepted, (await edge.SendAsync(MailEdge.Mail())).Outcome);
    }

    [Fact]
    public async Task A_wrong_password_stops_the_sender_and_is_not_repeated_in_the_answer()
    {
        sink.Password = "riktig";
        await using var edge = MailEdge.To(sink, ("User", "post"), ("Password", "galt-passord"));

        var result = await edge.SendAsync(MailEdge.Mail());

        Assert.Equal(DeliveryOutcome.SenderRefused, result.Outcome);
        Assert.DoesNotContain("galt", result.Answer);
    }

    [Fact]
    public async Task An_address_with_letters_that_the_server_does_not_know_is_refused_without_being_repeated()
    {
        sink.KnowsUtf8 = false;
        await using var edge = MailEdge.To(sink);

        var result = await edge.SendAsync(MailEdge.Mail("bjørg@example.org"));

        Assert.Equal(DeliveryOutcome.RecipientRefused, result.Outcome);
        Assert.DoesNotContain("bjørg", result.Answer);
    }

    [Fact]
    public async Task An_address_with_such_letters_reaches_a_server_that_knows_them()
    {
        await using var edge = MailEdge.To(sink);

        Assert.Equal(DeliveryOutcome.Accepted, (await edge.SendAsync(MailEdge.Mail("bjørg@example.org"))).Outcome);
        Assert.Equal("bjørg@example.org", Assert.Single(sink.Messages).EnvelopeTo);
    }

    [Fact]
    public async Task Many_messages_leave_over_one_connection()
    {
        await using var edge = MailEdge.To(sink);
        await using (var connection = await edge.ConnectAsync())
        {
            for (var message = 0; message < 20; message++)
                Assert.Equal(DeliveryOutcome.Accepted, (await connection.SendAsync(MailEdge.Mail(), CancellationToken.None)).Outcome);
        }

        Assert.Equal(20, sink.Messages.Select(mail => mail.MessageId).Distinct().Count());
        Assert.Equal(1, sink.Connections);
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_between_two_messages_is_opened_again_and_nobody_gets_two()
    {
        await using var edge = MailEdge.To(sink);
        await using var connection = await edge.ConnectAsync();
        await connection.SendAsync(MailEdge.Mail(), CancellationToken.None);
        await sink.CloseConnectionsAsync();

        Assert.Equal(DeliveryOutcome.Accepted, (await connection.SendAsync(MailEdge.Mail(), CancellationToken.None)).Outcome);

        Assert.Equal(2, sink.Messages.Count);
        Assert.Equal(2, sink.Connections);
    }

    [Fact]
    public async Task After_a_refusal_and_after_a_lost_connection_the_next_message_leaves()
    {
        sink.For("refused@example.org", MailSinkBehaviour.RefuseRecipient);
        sink.For("lost@example.org", MailSinkBehaviour.DropInData);
        await using var edge = MailEdge.To(sink);
        await using var connection = await edge.ConnectAsync();
        await connection.SendAsync(MailEdge.Mail("refused@example.org"), CancellationToken.None);
        Assert.Equal(DeliveryOutcome.Accepted, (await connection.SendAsync(MailEdge.Mail("first@example.org"), CancellationToken.None)).Outcome);
        await connection.SendAsync(MailEdge.Mail("lost@example.org"), CancellationToken.None);
        Assert.Equal(DeliveryOutcome.Accepted, (await connection.SendAsync(MailEdge.Mail("second@example.org"), CancellationToken.None)).Outcome);

        Assert.Equal(["first@example.org", "second@example.org"], sink.Messages.Select(mail => mail.EnvelopeTo));
    }

    [Fact]
    public async Task Stopping_waits_for_the_answer_to_a_message_that_has_left()
    {
        sink.Behaviour = MailSinkBehaviour.StallAfterData;
        await using var edge = MailEdge.To(sink, Short);
        await using var connection = await edge.ConnectAsync();
        using var stop = new CancellationTokenSource();

        var sending = connection.SendAsync(MailEdge.Mail(), stop.Token);
        await sink.ReceivedAsync(1, TimeSpan.FromSeconds(10));
        await stop.CancelAsync();

        Assert.Equal(DeliveryOutcome.Uncertain, (await sending).Outcome);
    }

    public ValueTask DisposeAsync() => sink.DisposeAsync();

    static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
