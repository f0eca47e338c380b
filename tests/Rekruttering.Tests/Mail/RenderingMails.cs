using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rekruttering.Application.Outbox;
using Rekruttering.Templates.Campaigns;
using Rekruttering.Templates.Identity;
using Rekruttering.Templates.Jobs;
using Rekruttering.Templates.Privacy;
using Rekruttering.Templates.Shared;

namespace Rekruttering.Tests.Mail;

/// <summary>Each mail, in each language, in both parts.</summary>
[Trait("Engine", "Any")]
public sealed partial class RenderingMails(MailEdge edge) : IClassFixture<MailEdge>
{
    public static IEnumerable<object[]> EachMailInEachLanguage =>
        from mail in MailSamples.All.Keys
        from language in MailLanguage.All
        select new object[] { mail, language };

    [Fact]
    public void Every_mail_there_is_has_a_sample_here() =>
        Assert.Equal(
            typeof(MailModel).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(MailModel))).Select(type => type.Name).Order(),
            MailSamples.All.Keys.Order());

    [Theory, MemberData(nameof(EachMailInEachLanguage))]
    public async Task Both_parts_hold_the_same_links_and_say_who_writes_and_why(string mail, string language)
    {
        var (rendered, document) = await RenderAsync(MailSamples.All[mail], language);
        var frame = MailSamples.All[mail].Frame;

        var links = document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        Assert.All(links, link => Assert.StartsWith("https://", link));
        Assert.All(links, link => Assert.Contains(link, rendered.Text));
        Assert.Equal(links.Order(), Addresses().Matches(rendered.Text).Select(match => match.Value).Distinct().Order());
        Assert.Contains(frame.PrivacyUrl, links);
        if (frame.UnsubscribeUrl is not null)
            Assert.Contains(frame.UnsubscribeUrl, links);

        foreach (var part in new[] { document.Body!.TextContent, rendered.Text })
        {
            Assert.Contains(frame.Kommune, part);
            Assert.Contains(frame.SenderName, part);
            Assert.Contains("kommuneoverlege", part);
            Assert.Contains(MailFooter.Why(frame, language), part);
        }
    }

    [Theory, MemberData(nameof(EachMailInEachLanguage))]
    public async Task The_page_is_one_that_screen_readers_and_narrow_screens_can_use(string mail, string language)
    {
        var (rendered, document) = await RenderAsync(MailSamples.All[mail], language);

        Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(rendered.Subject, document.Title);
        Assert.Contains("width=device-width", document.QuerySelector("meta[name=viewport]")!.GetAttribute("content"));
        Assert.Equal("light dark", document.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
        Assert.Empty(document.QuerySelectorAll("script, img, link, form, iframe"));
        Assert.All(document.QuerySelectorAll("table"), table => Assert.True(table.HasAttribute("role") || table.QuerySelector("th[scope]") is not null));
        Assert.All(document.QuerySelectorAll("td, p, a, h2"), element => Assert.DoesNotMatch("width:[3-9]\\d\\dpx", element.GetAttribute("style") ?? ""));
        Assert.Equal(MailSamples.All[mail].Preheader(language), document.QuerySelector("body > div")!.TextContent);
    }

    [Theory, MemberData(nameof(EachMailInEachLanguage))]
    public async Task Letters_arrive_as_letters_and_what_is_no_HTML_is_encoded(string mail, string language)
    {
        var (rendered, document) = await RenderAsync(MailSamples.All[mail], language);

        Assert.Contains("Nærøysund", rendered.Html);
        Assert.DoesNotContain("&#x", rendered.Html.Replace("&#x27;", "", StringComparison.Ordinal).Replace("&#x2B;", "", StringComparison.Ordinal));
        Assert.DoesNotContain("&#x", rendered.Text);
        Assert.DoesNotContain("&amp;", rendered.Text);
        Assert.Contains("&lt;Kåre&gt;", rendered.Html);
        Assert.DoesNotContain(document.All, element => element.LocalName is "kåre" or "legevakt" or "eksamen");
    }

    [Theory, MemberData(nameof(EachMailInEachLanguage))]
    public async Task Every_text_stands_out_from_its_ground(string mail, string language)
    {
        var (_, document) = await RenderAsync(MailSamples.All[mail], language);

        foreach (var text in document.QuerySelectorAll("[style*='color:#']").Where(element => Colour().IsMatch(element.GetAttribute("style")!)))
        {
            var ground = text.Ancestors<IElement>().Select(element => element.GetAttribute("bgcolor")).First(colour => colour is not null)!;
            var ratio = Contrast(Colour().Match(text.GetAttribute("style")!).Groups[1].Value, ground[1..]);
            Assert.True(ratio >= 4.5, $"{text.LocalName} on {ground}: {ratio:F1}");
        }
    }

    [Theory]
    [InlineData("eef2f6", "18222f")]
    [InlineData("c3ccd6", "18222f")]
    [InlineData("8fc1ff", "18222f")]
    [InlineData("0b1a2b", "8fc1ff")]
    public async Task Every_text_stands_out_from_its_ground_in_the_dark(string text, string ground)
    {
        var html = (await edge.Renderer.RenderAsync(MailSamples.All[nameof(OfferMail)], "nb")).Html;

        Assert.Contains($" color: #{text} !important", html);
        Assert.Contains($"background-color: #{ground} !important", html);
        Assert.True(Contrast(text, ground) >= 4.5);
    }

    [Theory, MemberData(nameof(EachMailInEachLanguage))]
    public async Task The_text_is_tidy_and_its_lines_are_where_a_person_would_put_them(string mail, string language)
    {
        var text = (await edge.Renderer.RenderAsync(MailSamples.All[mail], language)).Text;

        Assert.DoesNotContain("\n\n\n", text);
        Assert.All(text.Split('\n'), line => Assert.Equal(line.Trim(), line));
        Assert.EndsWith("\n", text);
        Assert.DoesNotContain('\r', text);
    }

    [Theory]
    [InlineData("nb", "Sommerjobb på Nærøysund <legevakt>: svar innen fredag 5. februar", "Svar innen fredag 5. februar kl. 15", "21. juni – 13. august 2027")]
    [InlineData("nn", "Sommarjobb på Nærøysund <legevakt>: svar innan fredag 5. februar", "Svar innan fredag 5. februar kl. 15", "21. juni – 13. august 2027")]
    [InlineData("en", "Summer job at Nærøysund <legevakt>: please answer by Friday 5 February", "Please answer by 15:00 on Friday 5 February", "21 June – 13 August 2027")]
    public async Task An_offer_asks_one_thing_by_a_day_with_its_weekday(string language, string subject, string deadline, string period)
    {
        var (rendered, document) = await RenderAsync(MailSamples.All[nameof(OfferMail)], language);

        Assert.Equal(subject, rendered.Subject);
        Assert.Equal(MailSamples.Link, Assert.Single(document.QuerySelectorAll(".button a")).GetAttribute("href"));
        foreach (var part in new[] { document.Body!.TextContent, rendered.Text })
        {
            Assert.Contains(deadline, part);
            Assert.Contains(period, part);
            Assert.Contains("Medisinstudent med lisens", part);
            Assert.Contains("457 500 kr i året & tillegg", part);
            Assert.Contains("Hybel til 150 kr natten", part);
            Assert.Contains("Kari Nordmann", part);
            Assert.Contains("74 00 00 00", part);
        }
    }

    [Theory]
    [InlineData(ReceivedAnswer.Accepted, "Plassen er satt av til deg", "Plassen er sett av til deg")]
    [InlineData(ReceivedAnswer.Declined, "du ikke vil ha denne jobben", "du ikkje vil ha denne jobben")]
    [InlineData(ReceivedAnswer.WaitingList, "Du er nummer 2 i køen", "Du er nummer 2 i køen")]
    [InlineData(ReceivedAnswer.WaitingList, "Alle plassene var tatt, eller holdt av til noen som svarte før deg", "Alle plassane var tekne, eller haldne av til nokon som svara før deg")]
    [InlineData(ReceivedAnswer.AskLater, "Svarfristen er fortsatt fredag 5. februar kl. 15.", "Svarfristen er framleis fredag 5. februar kl. 15.")]
    public async Task A_receipt_says_what_was_taken_down_and_how_to_change_it(ReceivedAnswer answer, string bokmaal, string nynorsk)
    {
        foreach (var (language, sentence) in new[] { ("nb", bokmaal), ("nn", nynorsk) })
        {
            var (rendered, document) = await RenderAsync(MailSamples.Receipt(answer), language);
            Assert.Contains(sentence, rendered.Text);
            Assert.Contains(sentence, document.Body!.TextContent);
            Assert.Contains(MailSamples.Link, rendered.Text);
        }
    }

    [Theory]
    [InlineData(nameof(InformationMail))]
    [InlineData(nameof(CampaignMail))]
    public async Task The_first_mail_tells_all_that_the_law_wants_told(string mail)
    {
        var (rendered, document) = await RenderAsync(MailSamples.All[mail], "nb");
        var notice = MailSamples.Notice;

        foreach (var part in new[] { document.Body!.TextContent, rendered.Text })
        {
            foreach (var fact in new[] { notice.Source, notice.Categories, notice.LegalBasis, notice.Recipients, notice.Retention, notice.ControllerContact, notice.OfficerContact, notice.ObjectUrl, "Datatilsynet", "rettet, slettet, begrenset eller utlevert" })
                Assert.Contains(fact, part);
        }

        // Art. 21(4): apart from all other information.
        Assert.Equal("Du kan si nei", document.QuerySelectorAll("h2")[^1].TextContent);
    }

    [Fact]
    public async Task A_notice_that_rests_on_consent_says_that_it_can_be_taken_back()
    {
        var mail = new InformationMail { Frame = MailSamples.Frame with { Notice = MailSamples.Notice with { RestsOnConsent = true } } };

        Assert.Contains("samtykke kan du trekke tilbake", (await edge.Renderer.RenderAsync(mail, "nb")).Text);
    }

    [Fact]
    public async Task Nobody_is_called_by_an_empty_name()
    {
        var mail = (InformationMail)MailSamples.All[nameof(InformationMail)] with { FirstName = " " };

        Assert.StartsWith("Hei!\n", (await edge.Renderer.RenderAsync(mail, "nb")).Text);
    }

    [Fact]
    public async Task The_subject_is_one_line_whatever_the_model_holds()
    {
        var mail = (CampaignMail)MailSamples.All[nameof(CampaignMail)] with { SubjectLine = "Hei\r\nBcc: all@example.net" };

        Assert.Equal("Hei Bcc: all@example.net", (await edge.Renderer.RenderAsync(mail, "nb")).Subject);
    }

    [Theory]
    [InlineData("Hei!\n\nSvar her på hvor du aller helst ønsker å ta LIS1: https://rekruttering.example.com/lis1/abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq", "Svar her på hvor du aller helst ønsker å ta LIS1")]
    [InlineData("Hei!\nhttps://rekruttering.example.com/lis1/abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq\nFortell oss gjerne hva du ønsker.", "Fortell oss gjerne hva du ønsker.")]
    [InlineData("Les mer om jobben (https://example.com/jobb), og svar innen fredag.", "Les mer om jobben, og svar innen fredag.")]
    [InlineData("https://example.com/jobb", "")]
    public async Task The_line_beside_the_subject_has_words_and_no_addresses(string body, string line)
    {
        var mail = (CampaignMail)MailSamples.All[nameof(CampaignMail)] with { BodyText = body };

        Assert.Equal(line, (await RenderAsync(mail, "nb")).Document.QuerySelector("body > div")!.TextContent);
    }

    [Fact]
    public async Task The_line_beside_the_subject_is_cut_also_where_there_is_no_space_and_never_in_a_letter()
    {
        foreach (var body in new[] { "Blåbær" + new string('x', 200), new string('x', 109) + "🩺🩺🩺", "Vi vil gjerne " + new string('x', 200) })
        {
            var mail = (CampaignMail)MailSamples.All[nameof(CampaignMail)] with { BodyText = body };
            var line = (await RenderAsync(mail, "nb")).Document.QuerySelector("body > div")!.TextContent;
            Assert.InRange(line.Length, 60, 112);
            Assert.EndsWith(" …", line);
            Assert.DoesNotContain('\uFFFD', line);
        }
    }

    [Fact]
    public async Task A_rendering_takes_no_culture_from_its_caller_and_leaves_none()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("th-TH");

        Assert.Contains("21. juni – 13. august 2027", (await edge.Renderer.RenderAsync(MailSamples.All[nameof(OfferMail)], "nb")).Text);
        Assert.Equal("th-TH", CultureInfo.CurrentCulture.Name);
    }

    [Fact]
    public async Task A_language_that_no_mail_is_written_in_is_a_bug_and_throws() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => edge.Renderer.RenderAsync(MailSamples.All[nameof(InvitationMail)], "sv"));

    async Task<(RenderedMail Rendered, IDocument Document)> RenderAsync(MailModel mail, string language)
    {
        var rendered = await edge.Renderer.RenderAsync(mail, language);
        return (rendered, new HtmlParser().ParseDocument(rendered.Html));
    }

    /// <summary>WCAG 2.1, 1.4.3.</summary>
    static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    static double Luminance(string colour)
    {
        var parts = Convert.FromHexString(colour).Select(part => part / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("(?<!-)color:#([0-9a-f]{6})")]
    private static partial Regex Colour();

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Addresses();
}
