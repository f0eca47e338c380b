using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Jobs;

/// <summary>Several students say yes in the same instant. Run on both engines.</summary>
public sealed class RacingForTheLastSeat(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 8)]
    [InlineData(3, 8)]
    public async Task As_many_get_a_seat_as_there_are_and_the_others_are_told(int seats, int students)
    {
        var kommune = app.Given.Kommune();
        var job = await kommune.Job(seats);
        var forms = new List<SeenPage>();
        for (var i = 0; i < students; i++)
            forms.Add(await (await app.Visitor().Open((await kommune.Offer(job)).Address)).Follow("Ja takk"));

        var receipts = await Task.WhenAll(forms.Select(form => form.Press("Send ja takk")));

        Assert.Equal(seats, receipts.Count(r => r.Heading == "Du har takket ja, og plassen er din"));
        Assert.Equal(students - seats, receipts.Count(r => r.Heading == "Du har takket ja, og står på venteliste"));
        var statuses = await app.Look(db => db.JobOffers.Where(o => o.JobId == job.Id).Select(o => o.Status).ToListAsync());
        Assert.Equal((seats, students - seats), (statuses.Count(s => s == OfferStatus.Accepted), statuses.Count(s => s == OfferStatus.WaitingList)));
        Assert.Equal(students, await app.Look(db => db.Messages.CountAsync(m => m.KommuneNumber == kommune.Number && m.Kind == MessageKind.AnswerReceipt)));
        Assert.Equal(students, await app.Look(db => db.Timeline.CountAsync(e => e.KommuneNumber == kommune.Number && e.Kind == TimelineKind.OfferAnswered)));
    }

    [Fact]
    public async Task One_student_with_a_double_click_answers_once()
    {
        var kommune = app.Given.Kommune();
        var offer = await kommune.Offer(await kommune.Job());
        var form = await (await app.Visitor().Open(offer.Address)).Follow("Ja takk");

        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.Press("Send ja takk")));

        Assert.All(receipts, r => Assert.Equal("Du har takket ja, og plassen er din", r.Heading));
        Assert.Equal(1, await app.Look(db => db.Messages.CountAsync(m => m.SubjectId == offer.Id)));
        Assert.Equal(1, await app.Look(db => db.JobOffers.Where(o => o.Id == offer.Id).Select(o => o.AnswerNumber).SingleAsync()));
    }
}
