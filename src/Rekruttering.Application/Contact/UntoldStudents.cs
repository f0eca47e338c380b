using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Contact;
using Rekruttering.Domain.Students;

namespace Rekruttering.Application.Contact;

/// <summary>A student who counts on what was called off, and whom no mail tells it: somebody must.</summary>
/// <param name="Phone">As it is stored, with its country code; null where none is known.</param>
/// <param name="WhyNoMail">Why none goes to the student.</param>
public sealed record UntoldStudent(Guid StudentId, string Name, string? Phone, LeftOutReason WhyNoMail)
{
    /// <summary>Of a student who is at hand.</summary>
    public static UntoldStudent Of(Student student, LeftOutReason why)
    {
        ArgumentNullException.ThrowIfNull(student);
        return new(student.Id, student.FullName, student.Phone, why);
    }
}

/// <summary>Reads who is not told by mail, from the rows that say why not: the list is there for as long as they are.</summary>
public static class UntoldStudents
{
    /// <summary>By name. In the scope of one kommune.</summary>
    /// <param name="kind">The kind of mail that told the others.</param>
    /// <param name="subjects">What those mails are about.</param>
    public static async Task<IReadOnlyList<UntoldStudent>> UntoldAsync(this RekrutteringDb db, MessageKind kind, IReadOnlyList<Guid> subjects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await (from m in db.Messages
                          where m.CampaignId == null && m.Kind == kind && m.State == MessageState.LeftOut && m.SubjectId != null && subjects.Contains(m.SubjectId.Value)
                          join s in db.Students on m.StudentId equals s.Id
                          orderby s.SearchName, s.Id
                          select new { Student = s, Why = m.LeftOutReason }).AsNoTracking().ToListAsync(cancellationToken);
        return rows.ConvertAll(row => UntoldStudent.Of(row.Student, row.Why!.Value));
    }
}
