using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students.Joining;

namespace Rekruttering.Application.Students.Joining;

/// <summary>Deletes sign-ups and the mails that asked to confirm them, with the address in both. Twice is once.</summary>
public sealed class ForgetSignUps(RekrutteringDb db, KommuneScope scope, OpenSignUp open, TimeProvider clock)
{
    /// <summary>Those whose <see cref="SignUp.ExpiresAt"/> has come, in all kommuner.</summary>
    public async Task ExecuteAsync(CancellationToken cancellationToken = default)
    {
        scope.EnterEverywhere();
        var now = clock.UtcNow();
        await DeleteAsync(db.SignUps.Where(s => s.ExpiresAt <= now), cancellationToken);
    }

    /// <summary>One that its link disowns: somebody else typed the address. What was confirmed is not undone by it.</summary>
    public async Task<Result> DeclineAsync(string? token, CancellationToken cancellationToken = default)
    {
        if (await open.ReadAsync(token, cancellationToken) is not { } signUp)
            return new NotFound();
        if (signUp.ConfirmedAt is not null)
            return new AlreadyConfirmed();
        await DeleteAsync(db.SignUps.Where(s => s.Id == signUp.Id && s.ConfirmedAt == null), cancellationToken);
        return Result.Ok;
    }

    private async Task DeleteAsync(IQueryable<SignUp> over, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Messages.Where(m => m.Kind == MessageKind.SignUp && over.Any(s => s.Id == m.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        await over.ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
