using System.Net.Mail;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Demo;

public sealed class SeedingARegister(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task The_register_has_so_many_more_at_example_addresses()
    {
        var seeded = await app.Command("seed --kommune 5036 --students 250 --json");

        Assert.Equal(0, seeded.Code);
        Assert.Equal(250, JsonDocument.Parse(seeded.Output).RootElement.GetProperty("students").GetInt32());
        var students = await app.Look(db => db.Students.Where(s => s.KommuneNumber == "5036").ToListAsync());
        Assert.Equal(250, students.Count);
        Assert.All(students.Where(s => s.Email is not null), s => Assert.StartsWith("example.", new MailAddress(s.Email!).Host, StringComparison.Ordinal));
        Assert.True(students.Select(s => s.StudyPlaceCode).Distinct().Count() > 30);
        Assert.Equal(students.Count, students.Select(s => s.EmailKey ?? s.Id.ToString()).Distinct().Count());
    }

    [Fact]
    public async Task The_same_kommune_gets_the_same_people()
    {
        await app.Command("seed --kommune 5035 --students 20");
        var first = await NamesIn("5035");
        await app.Command("seed --kommune 5035 --students 20");

        Assert.Equal(first.Concat(first).Order(), (await NamesIn("5035")).Order());
    }

    [Theory]
    [InlineData("seed --kommune 1703 --students 5", "5007 (Namsos)")]
    [InlineData("seed --kommune 5007 --students 0", "from 1 to")]
    [InlineData("seed --kommune 5007", "--students")]
    public async Task A_mistake_ends_with_one_sentence(string words, string says)
    {
        var refused = await app.Command(words);

        Assert.Equal(1, refused.Code);
        Assert.Contains(says, refused.Error, StringComparison.Ordinal);
    }

    private Task<List<string>> NamesIn(string kommune) => app.Look(db => db.Students.Where(s => s.KommuneNumber == kommune).OrderBy(s => s.Id).Select(s => s.FirstName + " " + s.LastName).ToListAsync());
}
