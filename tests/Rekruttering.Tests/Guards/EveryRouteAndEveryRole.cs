using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Identity;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Guards;

/// <summary>Walks every page of the program, found by itself, as everybody who could try.</summary>
public sealed class EveryRouteAndEveryRole(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    /// <summary>RFC 8058: the mail program's own button posts without having seen the page.</summary>

    /// <summary>For whoever is not signed in, without a secret in the address.</summary>
    private static readonly string[] Open = ["logg-inn", "personvern", "tilgjengelighet", "feil", "meld-deg"];

    /// <summary>What anybody may do with her own account; it changes no kommune's data.</summary>
    private static readonly string[] OwnAffairs = ["logg-ut", "min-konto", "kommune", "logg-inn"];

    /// <summary>What is posted only because it is too long for an address; that it writes nothing is asked of the rows.</summary>
    private static readonly string[] WritesNothing = ["maler/forhandsvis"];

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Recruiter)]
    [InlineData(Role.Administrator)]
    public async Task Another_kommunes_rows_are_not_there(Role role)
    {
        var (own, foreign) = (await WholeKommune.CreateAsync(app), await WholeKommune.CreateAsync(app));
        var visitor = await own.Kommune.SignedIn(role);
        var token = await TokenOf(visitor);
        var before = await RowsOf(foreign.Kommune.Number);
        var opened = new List<string>();

        foreach (var route in (await Routes.OfAsync(app)).Where(route => !route.IsPersonal && !Begins(route, Open) && !Begins(route, OwnAffairs)))
        {
            foreach (var id in foreign.Ids)
            {
                var isNamed = route.Pattern.Parameters.Count > 0;
                if (isNamed && Lets(await visitor.Http.GetAsync(route.With(id)), HttpMethod.Get))
                    opened.Add($"GET {route} {id}");
                foreach (var handler in route.PostHandlers.Where(handler => isNamed || handler.IdFields.Count > 0))
                {
                    // A form that is shown again is no way in where the address names nobody; the rows tell.
                    if (Lets(await Post(visitor, route.With(id), handler, token, id), HttpMethod.Post) && isNamed)
                        opened.Add($"POST {route} {handler.Name}");
                }
            }
        }

        Assert.True(opened.Count == 0, string.Join('\n', opened));
        Assert.Equal(before, await RowsOf(foreign.Kommune.Number));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_door()
    {
        var own = await WholeKommune.CreateAsync(app);
        var stranger = app.Visitor();
        var opened = new List<string>();

        foreach (var route in (await Routes.OfAsync(app)).Where(route => !route.IsPersonal && !Begins(route, Open)))
        {
            foreach (var id in IdsFor(route, own))
            {
                var answer = await stranger.Http.GetAsync(route.With(id));
                if (answer.StatusCode != HttpStatusCode.Redirect || !answer.Headers.Location!.OriginalString.Contains("/logg-inn", StringComparison.Ordinal))
                    opened.Add($"{route}: {answer.StatusCode}");
            }
        }

        Assert.True(opened.Count == 0, string.Join('\n', opened));
    }

    [Fact]
    public async Task A_link_with_a_wrong_secret_opens_nothing()
    {
        var stranger = app.Visitor();
        var opened = new List<string>();

        foreach (var route in (await Routes.OfAsync(app)).Where(route => route.IsPersonal))
        {
            foreach (var secret in (string[])[new string('A', 43), "kort", new string('x', 300)])
            {
                var answer = await stranger.Http.GetAsync(route.With(secret));
                if (answer.StatusCode != HttpStatusCode.NotFound)
                    opened.Add($"{route} {secret.Length}: {answer.StatusCode}");
            }
        }

        Assert.True(opened.Count == 0, string.Join('\n', opened));
    }

    [Fact]
    public async Task Every_page_opens_for_an_administrator_with_a_row_of_her_own()
    {
        var own = await WholeKommune.CreateAsync(app);
        var visitor = await own.Kommune.Administrator();
        var shut = new List<string>();

        foreach (var route in (await Routes.OfAsync(app)).Where(route => !route.IsPersonal && !Begins(route, ["feil", "logg-ut", "logg-inn", "meld-deg"]) && !NeedsMore.Contains(route.Text)))
        {
            var seen = new List<HttpStatusCode>();
            foreach (var id in IdsFor(route, own))
                seen.Add((await visitor.Http.GetAsync(route.With(id))).StatusCode);
            if (!seen.Exists(status => status is HttpStatusCode.OK or HttpStatusCode.Redirect) || seen.Exists(status => (int)status >= 500))
                shut.Add($"{route}: {string.Join(", ", seen.Distinct())}");
        }

        Assert.True(shut.Count == 0, string.Join('\n', shut));
    }

    [Fact]
    public async Task Every_post_but_a_students_own_needs_its_token()
    {
        var own = await WholeKommune.CreateAsync(app);
        var visitor = await own.Kommune.Administrator();
        var taken = new List<string>();

        foreach (var route in (await Routes.OfAsync(app)).Where(route => !IsStudents(route) && !Begins(route, ["feil"])))
        {
            foreach (var handler in route.PostHandlers)
            {
                var answer = await Post(visitor, route.With(own.Ids[0]), handler, token: null, own.Ids[0]);
                if (answer.StatusCode != HttpStatusCode.BadRequest)
                    taken.Add($"{route} {handler.Name}: {answer.StatusCode}");
            }
        }

        Assert.True(taken.Count == 0, string.Join('\n', taken));
    }

    [Fact]
    public async Task A_reader_changes_nothing()
    {
        var own = await WholeKommune.CreateAsync(app);
        var reader = await own.Kommune.Reader();
        var token = await TokenOf(reader);
        var before = await RowsOf(own.Kommune.Number);
        var taken = new List<string>();

        foreach (var route in (await Routes.OfAsync(app)).Where(route => !route.IsPersonal && !Begins(route, OwnAffairs) && !Begins(route, ["feil", "meld-deg"])))
        {
            foreach (var handler in route.PostHandlers)
            {
                // One id, of whatever it is: the role is asked before any row, and a row that is not there would answer otherwise.
                var answer = await Post(reader, route.With(own.Ids[0]), handler, token, own.Ids[0]);
                if (answer.StatusCode != (WritesNothing.Contains(route.Text) ? HttpStatusCode.OK : HttpStatusCode.Forbidden))
                    taken.Add($"{route} {handler.Name}: {answer.StatusCode}");
            }
        }

        Assert.True(taken.Count == 0, string.Join('\n', taken));
        Assert.Equal(before, await RowsOf(own.Kommune.Number));
    }

    /// <summary>Pages that one id does not open: a student in the query, two students, an offer of that job, the file of that mail. Tests of their own open them.</summary>
    private static readonly string[] NeedsMore = ["sommerjobber/{id}/forhandsvis", "sommerjobber/{id}/tilbud/{offerId}", "utboks/{id}", "studenter/{id}/sla-sammen/{med}"];

    private static IEnumerable<Guid> IdsFor(PageRoute route, WholeKommune kommune) => route.Pattern.Parameters.Count == 0 ? kommune.Ids.Take(1) : kommune.Ids;

    /// <summary>A student's own pages, and those that lead to the register.</summary>
    private static bool IsStudents(PageRoute route) => Begins(route, ["svar", "mine-opplysninger", "avmelding", "bekreft", "meld-deg"]) || (route.IsPersonal && Begins(route, ["lis1"]));

    private static bool Begins(PageRoute route, string[] words) => words.Contains(route.Text.Split('/')[0]);

    private static bool Lets(HttpResponseMessage answer, HttpMethod method) => answer.StatusCode switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Forbidden => false,
        // Back to a list is no way in; that nothing was written is asked of the rows.
        HttpStatusCode.Redirect or HttpStatusCode.SeeOther => false,
        HttpStatusCode.BadRequest => method == HttpMethod.Get,
        _ => true,
    };

    private static async Task<HttpResponseMessage> Post(Visitor visitor, string address, PostHandler handler, string? token, Guid id)
    {
        var fields = handler.IdFields.ToDictionary(field => field, _ => id.ToString());
        if (token is not null)
            fields["__RequestVerificationToken"] = token;
        return await visitor.Http.PostAsync(handler.Name.Length == 0 ? address : $"{address}?handler={handler.Name}", new FormUrlEncodedContent(fields));
    }

    private static async Task<string> TokenOf(Visitor visitor)
    {
        var page = await visitor.Open("/min-konto");
        return page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    /// <summary>Every row of a kommune as text.</summary>
    private Task<string> RowsOf(string kommune) => app.Look(async db =>
    {
        var tables = db.Model.GetEntityTypes().Where(type => type.FindProperty("KommuneNumber") is not null).Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var text = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The words are the model's own names and a number from the list of kommuner.
            command.CommandText = $"SELECT * FROM \"{table}\" WHERE \"KommuneNumber\" = '{kommune}' ORDER BY 1, 2";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                text.Append(table).Append(": ").AppendLine(Line(reader));
        }
        return text.ToString();
    });

    private static string Line(DbDataReader row)
    {
        var values = new object[row.FieldCount];
        row.GetValues(values);
        return string.Join('|', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
    }
}
