using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rekruttering.Application.Outbox;
using Rekruttering.Infrastructure.Mail;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Mail;

/// <summary>The mail edge as a configuration builds it, without the rest of the program.</summary>
public sealed class MailEdge : IAsyncDisposable
{
    readonly WebApplication app;

    public MailEdge()
        : this([])
    {
    }

    internal MailEdge(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        foreach (var (name, value) in settings)
            builder.Configuration[$"Mail:{name}"] = value;
        builder.Services.AddMail(builder.Configuration);
        app = builder.Build();
    }

    public static MailEdge To(MailSink sink, params (string Name, string Value)[] settings) => new(
    [
        ("Transport", "Smtp"), ("Host", sink.Host), ("Port", $"{sink.Port}"), ("Security", "None"), ("From", "post@namsos.example.com"),
        ("AnswerWithin", "00:00:10"), .. settings,
    ]);

    public IMailRenderer Renderer => app.Services.GetRequiredService<IMailRenderer>();

    public ValueTask<IMailConnection> ConnectAsync() => app.Services.GetRequiredService<IMailTransport>().ConnectAsync(CancellationToken.None);

    public async Task<DeliveryResult> SendAsync(MailEnvelope envelope)
    {
        await using var connection = await ConnectAsync();
        return await connection.SendAsync(envelope, CancellationToken.None);
    }

    public Task StartAsync() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static int made;

    /// <summary>A mail that holds what goes wrong elsewhere: Norwegian and Polish letters, a line that begins with a dot, a long line.</summary>
    public static MailEnvelope Mail(string to = "lodz@example.org") => new()
    {
        MessageId = $"row-{Interlocked.Increment(ref made)}@rekruttering.example.com",
        Date = new DateTimeOffset(2027, 2, 1, 7, 30, 0, TimeSpan.Zero),
        From = new Mailbox("Kari Nordmann, Nærøysund kommune", "post@namsos.example.com"),
        ReplyTo = new Mailbox("Kari Nordmann", "kari@namsos.example.com"),
        To = new Mailbox("Łucja Bøås-Åsen", to),
        Subject = "Sommerjobb på Nærøysund legevakt: svar innen fredag 5. februar, så hører vi mer om når du kan begynne hos oss",
        TextBody = "Hei Łucja,\n\n.prikk først på linjen\n..to prikker\nBlåbærsyltetøy " + new string('x', 1200) + "\n",
        HtmlBody = "<!DOCTYPE html><html lang=\"nb\"><body><p>Blåbærsyltetøy &amp; <a href=\"https://rekruttering.example.com/svar/abc_-9\">svar</a></p></body></html>",
        Language = "nb",
        Headers = new Dictionary<string, string>
        {
            ["List-Unsubscribe"] = "<https://rekruttering.example.com/avmelding/" + new string('k', 43) + ">",
            ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
        },
    };
}
