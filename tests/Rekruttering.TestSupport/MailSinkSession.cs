using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Rekruttering.TestSupport;

/// <summary>One connection to <see cref="MailSink"/>.</summary>
sealed class MailSinkSession(MailSink sink, TcpClient client) : IDisposable
{
    Stream stream = client.GetStream();
    StreamReader? reader;
    bool signedIn;
    string from = "";
    string? to;

    public void Dispose()
    {
        client.Dispose();
        reader?.Dispose();
    }

    public async Task RunAsync()
    {
        if (sink.EncryptsFirst)
            await EncryptAsync();
        else
            Listen();
        await SayAsync("220 sink.example.com ESMTP");
        while (await reader!.ReadLineAsync() is { } line)
        {
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            if (verb == "QUIT")
            {
                await SayAsync("221 2.0.0 Bye");
                return;
            }

            if (!await AnswerAsync(verb, line))
                return;
        }
    }

    async Task<bool> AnswerAsync(string verb, string line) => verb switch
    {
        "EHLO" or "HELO" => await HelloAsync(),
        "STARTTLS" when sink.OffersStartTls => await SayAsync("220 2.0.0 Go on") && await EncryptAsync(),
        "AUTH" => await SignInAsync(line),
        "MAIL" => await SenderAsync(line),
        "RCPT" => await RecipientAsync(line),
        "DATA" => await ContentAsync(),
        "RSET" or "NOOP" => await SayAsync("250 2.0.0 OK"),
        _ => await SayAsync("500 5.5.1 What?"),
    };

    async Task<bool> HelloAsync()
    {
        List<string> offers = ["sink.example.com", "8BITMIME", "PIPELINING", "SIZE 52428800", "ENHANCEDSTATUSCODES"];
        if (sink.KnowsUtf8)
            offers.Add("SMTPUTF8");
        if (sink.OffersStartTls && stream is not SslStream)
            offers.Add("STARTTLS");
        if (sink.Password is not null)
            offers.Add("AUTH PLAIN LOGIN");
        if (sink.Token is not null)
            offers.Add("AUTH XOAUTH2");
        return await SayAsync(string.Join("\r\n", offers.Select((offer, index) => $"250{(index == offers.Count - 1 ? ' ' : '-')}{offer}")));
    }

    async Task<bool> EncryptAsync()
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(MailSink.Tls());
        stream = encrypted;
        Listen();
        return true;
    }

    // Latin-1 keeps every byte as one character: the message is put together again as the bytes it was.
    void Listen() => reader = new StreamReader(stream, Encoding.Latin1, false, 16 * 1024, leaveOpen: true);

    async Task<bool> SignInAsync(string line)
    {
        var words = line.Split(' ');
        if (words[1].Equals("XOAUTH2", StringComparison.OrdinalIgnoreCase))
            return await SignInByTokenAsync(words.Length > 2 ? words[2] : await AskedAsync(""));
        string password;
        if (words[1].Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            password = Decoded(words.Length > 2 ? words[2] : await AskedAsync("")).Split('\0')[^1];
        }
        else
        {
            if (words.Length < 3)
                await AskedAsync("VXNlcm5hbWU6");
            password = Decoded(await AskedAsync("UGFzc3dvcmQ6"));
        }

        signedIn = password == sink.Password;
        return await SayAsync(signedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong user or password");
    }

    async Task<bool> SignInByTokenAsync(string initial)
    {
        signedIn = Decoded(initial).Contains($"auth=Bearer {sink.Token}\u0001", StringComparison.Ordinal);
        if (signedIn)
            return await SayAsync("235 2.7.0 Welcome");
        // The reason comes as a question, which the client answers with nothing.
        await AskedAsync(Convert.ToBase64String("""{"status":"401"}"""u8));
        return await SayAsync("535 5.7.3 Wrong token");
    }

    async Task<string> AskedAsync(string question)
    {
        await SayAsync($"334 {question}");
        return await reader!.ReadLineAsync() ?? "";
    }

    async Task<bool> SenderAsync(string line)
    {
        if ((sink.Password ?? sink.Token) is not null && !signedIn)
            return await SayAsync("530 5.7.0 Sign in first");
        from = Address(line);
        to = null;
        if (sink.ToldAtSender is { } told)
            return await SayAsync(told);
        switch (sink.Behaviour)
        {
            case MailSinkBehaviour.RefuseSender:
                return await SayAsync("550 5.7.1 Not from you");
            case MailSinkBehaviour.Shutdown:
                await SayAsync("421 4.3.2 Closing for the night");
                return false;
            default:
                return await SayAsync("250 2.1.0 OK");
        }
    }

    async Task<bool> RecipientAsync(string line)
    {
        var address = Address(line);
        if (!sink.KnowsUtf8 && address.Any(letter => letter > '~'))
            return await SayAsync("553 5.6.7 No SMTPUTF8 here");
        if (sink.ToldAtRecipient(address) is { } told)
            return await SayAsync(told) && !told.StartsWith("421", StringComparison.Ordinal);
        switch (sink.BehaviourFor(address))
        {
            case MailSinkBehaviour.Greylist:
                return await SayAsync("450 4.7.1 Greylisted, come again");
            case MailSinkBehaviour.RefuseRecipient:
                return await SayAsync("550 5.1.1 No such user");
            case MailSinkBehaviour.RefuseRelaying:
                return await SayAsync("550 5.7.1 Relaying denied");
            case MailSinkBehaviour.DropBeforeData:
                return false;
            case MailSinkBehaviour.StallBeforeData:
                return await StallAsync();
            default:
                to = address;
                return await SayAsync("250 2.1.5 OK");
        }
    }

    async Task<bool> ContentAsync()
    {
        if (to is null)
            return await SayAsync("503 5.5.1 To whom?");
        await SayAsync("354 Go on");
        var raw = new StringBuilder();
        while (await reader!.ReadLineAsync() is { } line && line != ".")
        {
            if (sink.BehaviourFor(to) == MailSinkBehaviour.DropInData)
                return false;
            raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        var behaviour = sink.BehaviourFor(to);
        if (behaviour == MailSinkBehaviour.RefuseContent)
            return await SayAsync($"554 5.6.0 Not this message for <{to}>");
        if (behaviour == MailSinkBehaviour.PutOffContent)
            return await SayAsync("451 4.3.0 Not now");
        if (behaviour == MailSinkBehaviour.ShutdownAfterData)
            return await SayAsync("421 4.3.2 Closing for the night") && false;
        var mail = ReceivedMail.Parse(Encoding.Latin1.GetBytes(raw.ToString()), from, to);
        sink.Keep(mail);
        await sink.Answering(mail);
        return behaviour switch
        {
            MailSinkBehaviour.DropAfterData => false,
            MailSinkBehaviour.StallAfterData => await StallAsync(),
            _ => await SayAsync("250 2.0.0 Taken"),
        };
    }

    /// <summary>Listens, and says nothing, until the client gives up.</summary>
    async Task<bool> StallAsync()
    {
        while (await reader!.ReadLineAsync() is not null)
        {
        }

        return false;
    }

    async Task<bool> SayAsync(string line)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
        return true;
    }

    static string Address(string line) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line[(line.IndexOf('<') + 1)..line.IndexOf('>')]));

    static string Decoded(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}
