using Rekruttering.Domain.Contact;

namespace Rekruttering.Tests.Sending;

/// <summary>A limit a minute, also over a restart.</summary>
public sealed class KeepingThePace(KeepingThePace.SlowApp app) : IClassFixture<KeepingThePace.SlowApp>
{
    public sealed class SlowApp : SendingApp
    {
        public SlowApp() => Settings["Mail:PerMinute"] = "25";
    }

    [Fact]
    public async Task Twenty_five_a_minute_leave()
    {
        var kommune = app.Given.Kommune();
        await kommune.Students(90);
        var campaign = await kommune.Campaign();
        await app.Start();

        for (var seconds = 0; seconds < 60; seconds += 2)
        {
            await app.Send();
            app.Clock.Move(TimeSpan.FromSeconds(2));
        }

        var sent = (await app.MessagesOf(campaign)).Count(m => m.State == MessageState.Sent);
        Assert.InRange(sent, 24, 27);
    }

    [Fact]
    public async Task Two_campaigns_share_the_pace()
    {
        using var app = new SlowApp();
        var (one, other) = (app.Given.Kommune(), app.Given.Kommune());
        await one.Students(40);
        await other.Students(40);
        var (first, second) = (await one.Campaign(), await other.Campaign());
        await app.Start();

        for (var seconds = 0; seconds < 60; seconds += 2)
        {
            await app.Send();
            app.Clock.Move(TimeSpan.FromSeconds(2));
        }

        Assert.InRange((await app.MessagesOf(first)).Count(m => m.State == MessageState.Sent), 10, 16);
        Assert.InRange((await app.MessagesOf(second)).Count(m => m.State == MessageState.Sent), 10, 16);
    }
}
