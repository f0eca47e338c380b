using Microsoft.EntityFrameworkCore;
using Rekruttering.Domain.Places;
using Rekruttering.Domain.Students;
using Rekruttering.Tests.Sending;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Joining;

/// <summary>The way of somebody who signs up: the page, the mail, the link.</summary>
internal static class SignUpSteps
{
    /// <summary>All that the page asks for.</summary>
    public static (string Name, string Value)[] Form(string email, params (string Name, string Value)[] other)
    {
        (string Name, string Value)[] usual =
        [
            ("Input.FirstName", "Åse"), ("Input.LastName", "Øverås"), ("Input.Email", email), ("Input.StudyPlaceCode", "pl-lodz"), ("Input.Start", $"{new Term(2024, Season.Autumn).Index}"),
            ("Input.Ties", "GrewUp"), ("Input.Wanted", "Jobs"), ("Input.Wanted", "Lis1"),
        ];
        return [.. usual.Where(field => !Array.Exists(other, o => o.Name == field.Name)), .. other.Where(field => field.Value.Length > 0)];
    }

    /// <summary>A kommune whose page stands open.</summary>
    public static async Task<GivenKommune> OpenKommune(this SendingApp app, string? name = null)
    {
        var kommune = app.Given.Kommune(name);
        await kommune.Settings(s => (s.RetentionText, s.TakesSignUps) = ("Til to år etter LIS1", true));
        return kommune;
    }

    public static string Page(this GivenKommune kommune) => Kommuner.Find(kommune.Number)!.SignUpPath;

    /// <summary>Fills the form in and sends it.</summary>
    public static async Task<SeenPage> SignUp(this GivenKommune kommune, string email, params (string Name, string Value)[] other) =>
        await (await kommune.App.Visitor().Open(kommune.Page())).Press("Meld meg på", Form(email, other));

    /// <summary>What is mailed to the address now, in order.</summary>
    public static async Task<IReadOnlyList<ReceivedMail>> MailsTo(this SendingApp app, string email)
    {
        await app.Send();
        return app.Received(to => string.Equals(to, email, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Opens the link in the last mail to the address.</summary>
    public static async Task<SeenPage> OpenLink(this SendingApp app, string email) =>
        await app.Visitor().Open(new Uri((await app.MailsTo(email))[^1].Links.First(link => link.Contains("/bekreft/", StringComparison.Ordinal))).PathAndQuery);

    /// <summary>All the way.</summary>
    public static async Task<SeenPage> Join(this SendingApp app, GivenKommune kommune, string email, params (string Name, string Value)[] other)
    {
        await kommune.SignUp(email, other);
        return await (await app.OpenLink(email)).Press("Ja, meld meg på");
    }

    public static Task<List<Student>> StudentsOf(this SendingApp app, GivenKommune kommune) =>
        app.Look(db => db.Students.AsNoTracking().Include(s => s.Reservations).Where(s => s.KommuneNumber == kommune.Number).OrderBy(s => s.CreatedAt).ToListAsync());
}
