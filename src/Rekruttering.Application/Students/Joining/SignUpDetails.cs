using System.Text.Json;
using Rekruttering.Application.Data;
using Rekruttering.Domain.Students;
using Rekruttering.Domain.Students.Joining;

namespace Rekruttering.Application.Students.Joining;

/// <summary>What was typed, as a sign-up keeps it while it waits: it is read once and then deleted, so it needs no columns.</summary>
public static class SignUpDetails
{
    /// <summary>What was typed; null when it was confirmed, for then it stands in the register alone.</summary>
    public static StudentDetails? Of(SignUp signUp)
    {
        ArgumentNullException.ThrowIfNull(signUp);
        return signUp.ConfirmedAt is null ? JsonSerializer.Deserialize<StudentDetails>(signUp.Details, RowSnapshot.Json) : null;
    }

    internal static string Write(StudentDetails details) => JsonSerializer.Serialize(details, RowSnapshot.Json);
}
