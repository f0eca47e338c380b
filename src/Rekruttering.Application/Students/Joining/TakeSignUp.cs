using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Outbox;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Joining;

namespace Rekruttering.Application.Students.Joining;

/// <summary>
/// Takes what somebody typed about herself and mails a link to the address, in one save. The register is not looked into, so that neither the answer
/// nor the time it takes nor the mail tells whether somebody stands there.
/// </summary>
public sealed class TakeSignUp(RekrutteringDb db, PublicAddress address, TimeProvider clock)
{
    /// <param name="page">The open page; its kommune is entered.</param>
    /// <param name="shown">The language of the page.</param>
    /// <returns>
    /// Refused with all that is wrong in the form, or <see cref="TooManySignUps"/>. A machine, and an address that has got its mails of the day, are answered
    /// as everybody is, and nothing is written.
    /// </returns>
    public async Task<Result> ExecuteAsync(SignUpPage page, SignUpForm form, WrittenForm shown, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(form);
        var now = clock.UtcNow();
        var read = form.Read(page.Kommune, OsloTime.DateOf(now), page.Places);
        if (!read.IsOk)
            return read.Refusal;
        var (hour, day) = (now.AddHours(-1), now.AddDays(-1));
        if (await db.SignUps.CountAsync(s => s.CreatedAt > hour, cancellationToken) >= SignUp.MostAnHour)
            return new TooManySignUps();
        var (details, unwanted) = read.Value;
        var to = EmailAddress.TryParse(details.Email, out var parsed) ? parsed : throw new InvalidOperationException("A form was read without an address.");
        if (form.IsFromAMachine || await db.SignUps.CountAsync(s => s.EmailKey == to.Key && s.CreatedAt > day, cancellationToken) >= SignUp.MostADay)
            return Result.Ok;
        var told = SignUpNotice.Of(page.Settings, address, shown.Code()).Text;
        var signUp = new SignUp(page.Kommune.Number, to.Key, shown, SignUpDetails.Write(details), unwanted, told, now);
        db.SignUps.Add(signUp);
        db.Messages.Add(Message.ToNewcomer(signUp, to.Value, now));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }
}
