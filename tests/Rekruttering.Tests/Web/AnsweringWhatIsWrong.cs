using System.Net;
using System.Text;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Web;

public sealed class AnsweringWhatIsWrong(RekrutteringApp app) : IClassFixture<RekrutteringApp>
{
    [Fact]
    public async Task A_page_that_is_not_there_says_what_to_do()
    {
        var page = await app.Visitor().Open("/finnes/ikke");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Vi finner ikke siden", page.Heading);
        Assert.True(page.Shows("lenken være brukt opp eller gått ut"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_told_to_reload()
    {
        var visitor = await app.Given.Kommune().Administrator();

        var page = await visitor.PostBare("/innstillinger", ("Input.SenderName", "Kari"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.True(page.Shows("last siden på nytt og send en gang til"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_read_to_its_end_and_answered()
    {
        var visitor = app.Visitor();
        using var content = new MultipartFormDataContent { { new ByteArrayContent(new byte[26 * 1024 * 1024]), "fil", "liste.csv" } };

        var page = await visitor.Send("/logg-inn", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Equal("Filen er for stor", page.Heading);
    }

    [Fact]
    public async Task A_large_file_of_unknown_length_gets_the_same_answer()
    {
        using var content = new EndlessContent(26 * 1024 * 1024);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        var page = await app.Visitor().Send("/logg-inn", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
    }

    [Fact]
    public async Task A_form_that_breaks_off_is_told_to_try_again()
    {
        using var content = new ByteArrayContent("--x\r\nContent-Disposition: form-data; na"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        var page = await app.Visitor().Send("/logg-inn", content);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.True(page.Shows("Ingenting er lagret"));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "/feil/403"), InlineData(HttpStatusCode.TooManyRequests, "/feil/429"), InlineData(HttpStatusCode.InternalServerError, "/feil/500")]
    public async Task Every_status_has_a_sentence(HttpStatusCode status, string address)
    {
        var page = await app.Visitor().Open(address);

        Assert.Equal(status, page.Status);
        Assert.NotEmpty(page.Heading);
    }

    [Theory]
    [InlineData("/utsendinger/0198f4a5-7b1e-7c3e-8a53-6c1d1f5b0a11/forhandsvis", "Vi finner ikke siden")]
    [InlineData("/sommerjobber/0198f4a5-7b1e-7c3e-8a53-6c1d1f5b0a11/forhandsvis", "Vi finner ikke siden")]
    [InlineData("/utboks/0198f4a5-7b1e-7c3e-8a53-6c1d1f5b0a11?handler=Html", "Vi finner ikke siden")]
    public async Task What_is_wrong_in_a_frame_is_told_in_the_frame(string address, string heading)
    {
        var page = await (await app.Given.Kommune().Recruiter()).Open(address);

        Assert.Equal((HttpStatusCode.NotFound, heading), (page.Status, page.Heading));
        Assert.Contains("frame-ancestors 'self'", Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy")));
        Assert.Empty(page.Document.QuerySelectorAll("nav, header, footer, script"));
    }

    [Fact]
    public async Task A_frame_of_somebody_who_is_signed_out_says_so_and_does_not_show_the_sign_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/maler/forhandsvis") { Headers = { { "Sec-Fetch-Dest", "iframe" } } };

        var answer = await app.Visitor().Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Du er logget ut", await answer.Content.ReadAsStringAsync());
        Assert.Contains("frame-ancestors 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task A_machine_that_asks_for_a_method_that_no_page_has_is_answered()
    {
        var response = await app.Visitor().Http.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/personvern"));

        Assert.True((int)response.StatusCode is >= 400 and < 500, response.StatusCode.ToString());
    }

    private sealed class EndlessContent(long length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var head = Encoding.ASCII.GetBytes("--x\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"liste.csv\"\r\n\r\n");
            await stream.WriteAsync(head);
            var block = new byte[64 * 1024];
            Array.Fill(block, (byte)'x');
            for (long sent = 0; sent < length; sent += block.Length)
                await stream.WriteAsync(block);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
