using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.Application.Data;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Guards;

/// <summary>What a unit of work sees follows its scope, and the scope's filter does not keep the engine from its indexes.</summary>
public sealed class KeepingAKommuneApart(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_scope_that_is_left_or_never_entered_hides_again_what_it_showed()
    {
        var (namsos, oslo) = (app.Given.Kommune("Namsos"), app.Given.Kommune("Oslo"));
        var (mine, theirs) = (await namsos.Student(), await oslo.Student());
        await using var scope = app.Services.CreateAsyncScope();
        var (whose, db) = (scope.ServiceProvider.GetRequiredService<KommuneScope>(), scope.ServiceProvider.GetRequiredService<RekrutteringDb>());
        Task<List<Guid>> Seen() => db.Students.Where(s => s.Id == mine.Id || s.Id == theirs.Id).Select(s => s.Id).ToListAsync();

        Assert.Empty(await Seen());
        whose.Enter("5007");
        Assert.Equal([mine.Id], await Seen());
        whose.Enter("0301");
        Assert.Equal([theirs.Id], await Seen());
        // Too late: this context's queries have the filter of one kommune for good, and none is entered now.
        whose.EnterEverywhere();
        Assert.Empty(await Seen());
    }

    [Fact]
    public async Task A_job_that_sees_all_and_then_enters_a_kommune_sees_that_kommune()
    {
        var (namsos, oslo) = (app.Given.Kommune("Namsos"), app.Given.Kommune("Oslo"));
        var (mine, theirs) = (await namsos.Student(), await oslo.Student());
        await using var scope = app.Services.CreateAsyncScope();
        var (whose, db) = (scope.ServiceProvider.GetRequiredService<KommuneScope>(), scope.ServiceProvider.GetRequiredService<RekrutteringDb>());
        Task<List<Guid>> Seen() => db.Students.Where(s => s.Id == mine.Id || s.Id == theirs.Id).Select(s => s.Id).ToListAsync();

        whose.EnterEverywhere();
        Assert.Equal(2, (await Seen()).Count);
        whose.Enter("5007");
        Assert.Equal([mine.Id], await Seen());
    }

    [Fact]
    public Task The_list_is_answered_from_an_index_alone() => app.In<object?>("5007", async services =>
    {
        var db = services.GetRequiredService<RekrutteringDb>();
        if (!db.Database.IsSqlite())
            return null;
        var page = Application.Students.StudentFilter.FromQuery("?land=PL&ar=5&hjem=5007&lisens=2027-06-15").Apply(db, new(2026, 11, 22))
            .OrderBy(s => s.SearchName).ThenBy(s => s.Id).Select(s => s.Id).Take(50);
        await db.Database.OpenConnectionAsync();
        await using var command = page.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText[command.CommandText.IndexOf("SELECT", StringComparison.Ordinal)..];
        await using var plan = await command.ExecuteReaderAsync();
        Assert.True(await plan.ReadAsync());
        Assert.Contains("SEARCH s USING COVERING INDEX IX_Students_List (KommuneNumber=? AND Status=?)", plan.GetString(3), StringComparison.Ordinal);
        // Neither a table scan nor a sort.
        Assert.False(await plan.ReadAsync());
        return null;
    });
}
