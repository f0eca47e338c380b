using System.Data;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Students;
using Rekruttering.Domain.Common;
using Rekruttering.Domain.Contact;

namespace Rekruttering.Application.Identity;

/// <summary>Gives a member of the entered kommune another role. Holds from her next request.</summary>
public sealed class ChangeRole(RekrutteringDb db, KommuneScope scope)
{
    public Task<Result> ExecuteAsync(Guid userId, Role role, CancellationToken cancellationToken = default) =>
        db.AgainWhenLostAsync(() => ChangeAsync(userId, role, cancellationToken), lost => lost);

    private async Task<Result> ChangeAsync(Guid userId, Role role, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var members = await db.Memberships.Where(m => m.KommuneNumber == scope.Number).ToListAsync(cancellationToken);
        if (members.Find(m => m.UserId == userId) is not { } member)
            return new NotFound();
        if (role != Role.Administrator && Membership.IsLastAdministrator(member, members))
            return new LastAdministrator();
        member.Role = role;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Ok;
    }
}

/// <summary>
/// Takes a member out of the entered kommune. Whose contact person she was, there has none from then on, and the timeline says it. The account stays
/// while she belongs to another kommune, else it is deleted.
/// </summary>
public sealed class RemoveMember(RekrutteringDb db, KommuneScope scope, TimeProvider clock)
{
    /// <summary>How many students are without a contact person now.</summary>
    public Task<Result<int>> ExecuteAsync(Guid userId, Guid? byUserId = null, CancellationToken cancellationToken = default) =>
        db.AgainWhenLostAsync(() => RemoveAsync(userId, byUserId, cancellationToken), lost => lost);

    private async Task<Result<int>> RemoveAsync(Guid userId, Guid? byUserId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var members = await db.Memberships.Where(m => m.KommuneNumber == scope.Number).ToListAsync(cancellationToken);
        if (members.Find(m => m.UserId == userId) is not { } member)
            return new NotFound();
        if (Membership.IsLastAdministrator(member, members))
            return new LastAdministrator();
        db.Memberships.Remove(member);
        var students = await LeaveStudentsAsync(userId, byUserId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (!await db.Memberships.AnyAsync(m => m.UserId == userId, cancellationToken))
            await db.Users.Where(u => u.Id == userId).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return students;
    }

    private async Task<int> LeaveStudentsAsync(Guid userId, Guid? byUserId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var names = await RegisterChecks.NamesOfAsync(db, [userId], cancellationToken);
        var students = await db.Students.Where(s => s.KommuneNumber == scope.Number && s.ContactPersonId == userId).ToListAsync(cancellationToken);
        foreach (var student in students)
        {
            var before = student.Details;
            student.Update(before with { ContactPersonId = null }, now);
            var changes = StudentChanges.Between(before, student.Details, id => names.GetValueOrDefault(id));
            db.Timeline.Add(new TimelineEntry(student.KommuneNumber, student.Id, TimelineKind.Edited, now, $"{StudentChanges.Summary(changes)} (kollegaen er fjernet)", StudentChanges.Text(changes), byUserId));
        }
        return students.Count;
    }
}

/// <summary>An administrator gives a colleague who is locked out a link to choose a password: the invitation again, if she never had one.</summary>
public sealed class GiveNewLink(RekrutteringDb db, KommuneScope scope, IssueOneTimeLink links)
{
    public async Task<Result<NewLink>> ExecuteAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var kommuner = await db.Memberships.Where(m => m.UserId == userId).Select(m => m.KommuneNumber).ToListAsync(cancellationToken);
        if (!kommuner.Contains(scope.Number!))
            return new NotFound();
        if (kommuner.Count > 1)
            return new MemberElsewhere();
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, cancellationToken);
        var purpose = user.PasswordHash is null ? OneTimeLinkPurpose.Invitation : OneTimeLinkPurpose.PasswordReset;
        return new NewLink(user.Email!, purpose, await links.ExecuteAsync(purpose, userId, cancellationToken));
    }
}

/// <summary>A secret to be shown once.</summary>
public sealed record NewLink(string Email, OneTimeLinkPurpose Purpose, string Token)
{
    /// <summary>Says nothing of it, for logs.</summary>
    public override string ToString() => nameof(NewLink);
}
