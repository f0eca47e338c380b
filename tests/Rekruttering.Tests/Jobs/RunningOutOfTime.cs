using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Jobs;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Jobs;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Jobs;

/// <summary>The job that ends offers nobody answered in time.</summary>
public sealed class RunningOutOfTime(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task What_nobody_answered_ends_once_however_often_the_job_runs_and_the_timeline_is_told()
    {
        var (namsos, steinkjer) = (app.Given.Kommune("Namsos"), app.Given.Kommune("Steinkjer"));
        var (job, other) = (await namsos.Job(seats: 5), await steinkjer.Job(with: d => d with { AnswerDeadline = GivenKommune.Deadline.AddDays(30) }));
        var (silent, later, no, early) = (await namsos.Offer(job), await namsos.Offer(job), await namsos.Offer(job), await steinkjer.Offer(other));
        await Say(later, "senere", "Send «spør meg senere»");
        await Say(no, "nei", "Send nei takk");
        await Run();
        Assert.Equal(OfferStatus.Offered, await Status(silent));

        app.Clock.MoveTo(GivenKommune.Deadline.AddSeconds(1));
        await Run();
        await Run();

        Assert.Equal((OfferStatus.Expired, OfferStatus.Expired, OfferStatus.Declined, OfferStatus.Offered), (await Status(silent), await Status(later), await Status(no), await Status(early)));
        var told = await app.Look(db => db.Timeline.Where(e => e.Kind == TimelineKind.OfferExpired).ToListAsync());
        Assert.Equal(new[] { silent.Student.Id, later.Student.Id }.Order(), told.Select(e => e.StudentId).Order());
        Assert.Equal("Svarfristen har gått ut", (await app.Visitor().Open(silent.Address)).Heading);
    }

    private Task Run() => app.Run<ExpireOffers>(expire => expire.ExecuteAsync(CancellationToken.None));

    private async Task Say(GivenOffer offer, string part, string send) => await (await app.Visitor().Open($"{offer.Address}/{part}")).Press(send);

    private Task<OfferStatus> Status(GivenOffer offer) => app.Look(db => db.JobOffers.Where(o => o.Id == offer.Id).Select(o => o.Status).SingleAsync());
}
