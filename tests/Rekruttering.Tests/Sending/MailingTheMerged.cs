using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Sending;

/// <summary>Mail that leaves before, between and after a merge and its undoing: nobody gets a campaign twice, and nobody another's mail.</summary>
public sealed class MailingTheMerged(SendingApp app) : IClassFixture<SendingApp>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_learned_of_an_address_meanwhile_is_known_of_whoever_has_it(bool died)
    {
        var kommune = app.Given.Kommune();
        var address = $"{(died ? "nylig.dod" : "gjenopplivet")}@example.com";
        var kept = await kommune.Student("Siv", d => d with { Email = null });
        var away = await kommune.Student("Siv", d => d with { Email = address }, s =>
        {
            if (!died)
                s.MarkAddressDead(app.Clock.Now);
        });
        var card = await Merge(kommune, kept, away);
        if (died)
        {
            app.Sink.For(address, MailSinkBehaviour.RefuseRecipient);
            await kommune.Campaign();
            await app.StartAndSend();
        }
        else
            card = await card.Press("Adressen virker");

        await (await card.Follow("Se eller angre sammenslåingen")).Press("Ja, angre");

        Assert.Equal(died, (await Find(away.Id)).AddressDeadAt is not null);
        Assert.Null((await Find(kept.Id)).AddressDeadAt);
    }

    private static async Task<SeenPage> Merge(GivenKommune kommune, Student kept, Student away) =>
        await (await (await kommune.Recruiter()).Open($"/studenter/{kept.Id}/sla-sammen/{away.Id}")).Press("Slå sammen");

    private Task<Student> Find(Guid id) => app.Look(db => db.Students.AsNoTracking().SingleAsync(s => s.Id == id));
}
