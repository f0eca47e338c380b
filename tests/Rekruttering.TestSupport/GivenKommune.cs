using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;

namespace Rekruttering.TestSupport;

/// <summary>A kommune that uses the program, and what it holds. The other files of this class add what their feature needs.</summary>
public sealed partial class GivenKommune(RekrutteringApp app, Kommune kommune)
{
    public const string Password = "korrekt hest batteri stift";

    public RekrutteringApp App => app;
    public string Number => kommune.Number;
    public string Name => kommune.Name;

    /// <summary>Somebody with this role, who has signed in.</summary>
    public async Task<Visitor> SignedIn(Role role) => await SignIn(await User(role));

    public Task<Visitor> Administrator() => SignedIn(Role.Administrator);
    public Task<Visitor> Recruiter() => SignedIn(Role.Recruiter);
    public Task<Visitor> Reader() => SignedIn(Role.Reader);

    /// <summary>A user of this kommune; the same address again is the same person with one more kommune.</summary>
    public async Task<GivenUser> User(Role role, string? email = null, string password = Password)
    {
        email ??= $"{role.ToString().ToLowerInvariant()}-{UniqueLetters()}@example.com";
        var user = await app.In(Number, async services =>
        {
            var result = await services.GetRequiredService<AddUser>().ExecuteAsync(email, Number, role, password);
            return result.Value ?? throw new InvalidOperationException(result.Refusal!.Sentence);
        });
        return new GivenUser(user.Id, email, password, Number, role);
    }

    /// <summary>Signs a user in through the page. The morning that it leads to has tests of its own, and is dear to write a thousand times.</summary>
    public async Task<Visitor> SignIn(GivenUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var visitor = app.Visitor();
        var page = await visitor.Open("/logg-inn");
        await page.Press("Logg inn", [("Input.Email", user.Email), ("Input.Password", user.Password)], [], follow: false);
        return visitor;
    }

    /// <summary>A student of this kommune, with a mail address, who began this autumn in Trondheim.</summary>
    public async Task<Student> Student(string firstName = "Ola", Func<StudentDetails, StudentDetails>? with = null, Action<Student>? then = null)
    {
        var details = new StudentDetails
        {
            FirstName = firstName,
            LastName = "Nordby",
            Email = $"student-{UniqueLetters()}@example.com",
            Source = "Oppgitt av studenten",
            LegalBasis = LegalBasis.PublicTask,
            CollectedOn = DateOnly.FromDateTime(app.Clock.Now),
        };
        details = with?.Invoke(details) ?? details;
        var student = Domain.Students.Student.Create(Number, details, app.Clock.Now);
        then?.Invoke(student);
        await Save(student);
        return student;
    }

    /// <summary>Saves rows of this kommune.</summary>
    public Task Save(params object[] rows) => app.In<object?>(Number, async services =>
    {
        var db = services.GetRequiredService<RekrutteringDb>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
        return null;
    });

    // Eleven digits in a row, which an id has now and then, are taken for a fødselsnummer.
    private static string UniqueLetters() => string.Concat(Guid.CreateVersion7().ToString("N").Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + 'g') : c));
}
