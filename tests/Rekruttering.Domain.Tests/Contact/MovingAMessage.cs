using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Domain.Tests.Contact;

/// <summary>Every verb of a mail in every state: the legal moves happen, the others throw and change nothing.</summary>
public sealed class MovingAMessage
{
    private static readonly DateTime Now = new(2027, 1, 20, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, (Action<Message> Do, MessageState To)> Verbs = new()
    {
        ["claim"] = (m => m.Claim("me", Now), MessageState.Claimed),
        ["release"] = (m => m.Release(), MessageState.Ready),
        ["hand over"] = (m => m.HandOver("kari@example.com", "Hei", "Hei!", Now, Now), MessageState.HandedOver),
        ["take back"] = (m => m.TakeBack(), MessageState.Ready),
        ["sent"] = (m => m.Settle(MessageState.Sent, "250", Now), MessageState.Sent),
        ["failed"] = (m => m.Settle(MessageState.Failed, "550", Now), MessageState.Failed),
        ["uncertain"] = (m => m.Settle(MessageState.Uncertain, null, Now), MessageState.Uncertain),
        ["defer"] = (m => m.Defer("450", Now), MessageState.Deferred),
        ["cancel"] = (m => m.Cancel(Now), MessageState.Cancelled),
    };

    public static TheoryData<MessageState, string, bool> EveryVerbInEveryState()
    {
        HashSet<(MessageState, string)> legal =
        [
            (MessageState.Ready, "claim"), (MessageState.Ready, "cancel"), (MessageState.Deferred, "claim"), (MessageState.Deferred, "cancel"),
            (MessageState.Claimed, "release"), (MessageState.Claimed, "take back"), (MessageState.Claimed, "hand over"), (MessageState.Claimed, "failed"),
            (MessageState.Claimed, "defer"), (MessageState.Claimed, "cancel"),
            (MessageState.HandedOver, "sent"), (MessageState.HandedOver, "failed"), (MessageState.HandedOver, "uncertain"), (MessageState.HandedOver, "defer"),
            (MessageState.HandedOver, "take back"), (MessageState.HandedOver, "release"),
            (MessageState.Uncertain, "sent"), (MessageState.Uncertain, "failed"), (MessageState.Uncertain, "defer"), (MessageState.Uncertain, "release"), (MessageState.Uncertain, "take back"),
            (MessageState.Failed, "release"), (MessageState.Failed, "take back"), (MessageState.Failed, "cancel"),
        ];
        var data = new TheoryData<MessageState, string, bool>();
        foreach (var state in Enum.GetValues<MessageState>())
        {
            foreach (var verb in Verbs.Keys)
                data.Add(state, verb, legal.Contains((state, verb)));
        }
        return data;
    }

    [Theory, MemberData(nameof(EveryVerbInEveryState))]
    public void A_verb_is_carried_out_where_it_is_legal_and_throws_elsewhere(MessageState from, string verb, bool legal)
    {
        var message = In(from);

        var thrown = Record.Exception(() => Verbs[verb].Do(message));

        Assert.Equal(legal, thrown is null);
        Assert.Equal(legal ? Verbs[verb].To : from, message.State);
    }

    [Fact]
    public void Only_a_mail_whose_fate_nobody_knows_or_that_was_refused_is_sent_again()
    {
        foreach (var state in Enum.GetValues<MessageState>())
        {
            Assert.Equal(state is MessageState.Uncertain or MessageState.Failed, In(state).SendAgain(Now).IsOk);
            Assert.Equal(state == MessageState.Uncertain, In(state).TreatAsSent(Now).IsOk);
            Assert.Equal(state == MessageState.Failed, In(state).LetBe(Now).IsOk);
        }
    }

    [Fact]
    public void A_mail_that_is_taken_back_keeps_its_place_or_waits_and_has_made_no_attempt()
    {
        var (first, again) = (In(MessageState.HandedOver), In(MessageState.HandedOver));

        first.TakeBack("421 Closing");
        again.TakeBack(null, Now.AddMinutes(1));

        Assert.Equal((MessageState.Ready, 0, Now, "421 Closing"), (first.State, first.Attempts, first.DueAt, first.ServerAnswer));
        Assert.Equal((MessageState.Deferred, 0, Now.AddMinutes(1)), (again.State, again.Attempts, again.DueAt));
    }

    private static Message In(MessageState state)
    {
        var message = Message.To(Student.Create("5007", new StudentDetails
        {
            FirstName = "Kari",
            LastName = "Berg",
            Email = "kari@example.com",
            Source = "Oppgitt av studenten",
            LegalBasis = LegalBasis.PublicTask,
            CollectedOn = new DateOnly(2027, 1, 1),
        }, Now), MessageKind.Reply, "reply:1", Now);
        if (state == MessageState.LeftOut)
            message.LeaveOut(LeftOutReason.Reserved);
        if (state is MessageState.Ready or MessageState.LeftOut)
            return message;
        message.Claim("me", Now);
        if (state == MessageState.Cancelled)
            message.Cancel(Now);
        if (state is MessageState.Claimed or MessageState.Cancelled)
            return message;
        message.HandOver("kari@example.com", "Hei", "Hei!", Now, Now);
        if (state == MessageState.Deferred)
            message.Defer("450", Now);
        else if (state != MessageState.HandedOver)
            message.Settle(state, "250", Now);
        return message;
    }
}
