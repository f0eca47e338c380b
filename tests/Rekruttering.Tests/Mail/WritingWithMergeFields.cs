using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rekruttering.Application.Campaigns;

namespace Rekruttering.Tests.Mail;

/// <summary>What a recruiter types, and what a student is called, is data.</summary>
[Trait("Engine", "Any")]
public sealed class WritingWithMergeFields
{
    static readonly MergeValues Kari = new()
    {
        FirstName = "Åse",
        StudyPlace = "Universitetet i Bergen",
        Phone = "74 00 00 00",
        Kommune = "Nærøysund kommune",
        Sender = "Kari Nordmann",
        Lis1Url = "https://rekruttering.example.com/lis1/a_b-c",
        UnsubscribeUrl = "https://rekruttering.example.com/avmelding/x_*y*",
        PrivacyUrl = "https://rekruttering.example.com/personvern?kommune=5060&språk=nb",
    };

    [Fact]
    public void Fields_are_filled_in_the_subject_and_in_both_parts()
    {
        var mail = Filled("Hei {{fornavn|du}} fra {{ KOMMUNE }}", "Hei {{fornavn|du}}!\n\nHilsen **{{avsender}}**");

        Assert.Equal("Hei Åse fra Nærøysund kommune", mail.Subject);
        Assert.Equal("Hei Åse!\n\nHilsen Kari Nordmann\n", mail.Text);
        Assert.Equal("Kari Nordmann", Document(mail).QuerySelector("strong")!.TextContent);
    }

    [Fact]
    public void A_missing_value_takes_its_fallback_and_without_one_it_is_reported()
    {
        var mail = Filled("Til {{fornavn|deg}}", "Hei {{fornavn|du der}}! {{fornavn}}", Kari with { FirstName = " " });

        Assert.Equal("Til deg", mail.Subject);
        Assert.StartsWith("Hei du der!", mail.Text);
        Assert.Equal(["fornavn"], mail.EmptyFields);
        Assert.Empty(Filled("Til {{fornavn|deg}}", "Hei {{fornavn|du}}").EmptyFields);
    }

    [Theory]
    [InlineData("<b>Ola</b>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[trykk](javascript:alert(1))")]
    [InlineData("*Ola* _og_ `Kari`")]
    [InlineData("# Ola")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("{{lenke_lis1}}")]
    [InlineData("&lt;i&gt; &#xE000;")]
    public void A_name_is_text_whatever_it_looks_like(string name)
    {
        var mail = Filled("Hei {{fornavn}}", "Hei {{fornavn}}!\n\n[Hei {{fornavn}}](https://example.com/?navn={{fornavn}})", Kari with { FirstName = name });

        Assert.Equal($"Hei {name}", mail.Subject);
        Assert.Contains($"Hei {name}!", mail.Text);
        var document = Document(mail);
        Assert.Equal($"Hei {name}!", document.QuerySelector("p")!.TextContent);
        var link = Assert.Single(document.QuerySelectorAll("a"));
        Assert.Equal("https://example.com/?navn=" + Uri.EscapeDataString(name), link.GetAttribute("href"));
        Assert.Equal(["p", "p", "a"], document.QuerySelectorAll("body *").Select(element => element.LocalName));
    }

    [Fact]
    public void A_name_cannot_add_a_header_or_a_line()
    {
        var mail = Filled("Hei {{fornavn}}", "Hei {{fornavn}}!", Kari with { FirstName = "Ola\r\nBcc: all@example.net" });

        Assert.Equal("Hei Ola Bcc: all@example.net", mail.Subject);
        Assert.Equal("Hei Ola Bcc: all@example.net!\n", mail.Text);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Hei <img src=x onerror=alert(1)> der")]
    [InlineData("<style>p{display:none}</style>")]
    [InlineData("    <b>innrykk</b>")]
    [InlineData("```\n<b>kode</b>\n```")]
    [InlineData("![bilde](https://example.com/x.png)")]
    [InlineData("[x]: https://example.com \"<b>\"\n\n[x]")]
    [InlineData("&#xE000; &#xF8FF; [x](https://example.com/&#xE001;) \uE005")]
    public void What_a_recruiter_types_brings_no_element_that_the_mail_does_not_know(string typed)
    {
        var mail = Filled("Hei", typed);

        Assert.All(Document(mail).QuerySelectorAll("body *"), element => Assert.Contains(element.LocalName, Known));
        Assert.DoesNotContain("<script", mail.Html.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))", "javascript:alert(1)")]
    [InlineData("[x](JaVaScRiPt:alert(1))", "JaVaScRiPt:alert(1)")]
    [InlineData("[x](data:text/html,hei)", "data:text/html,hei")]
    [InlineData("[x](www.example.com)", "www.example.com")]
    [InlineData("[x](/studenter)", "/studenter")]
    [InlineData("[x]({{fornavn}})", "{{fornavn}}")]
    [InlineData("[x](java&#x73;cript:alert(1))", "javascript:alert(1)")]
    public void A_link_that_is_no_address_is_refused_by_name(string typed, string address)
    {
        var refusal = Assert.IsType<LinkNotAllowed>(MarkdownText.Parse("Hei", typed).Refusal);

        Assert.Equal(address, refusal.Address);
        Assert.Equal("Body", refusal.Field);
    }

    [Fact]
    public void Links_to_pages_addresses_and_telephones_are_links()
    {
        var mail = Filled("Hei", "[Om oss](https://namsos.example.com/a?b=1&c=2), [Kari](mailto:kari@example.com), [ring](tel:+4774000000) https://example.com og www.example.org");

        Assert.Equal(
            ["https://namsos.example.com/a?b=1&c=2", "mailto:kari@example.com", "tel:+4774000000", "https://example.com", "https://www.example.org"],
            Document(mail).QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void A_link_field_is_a_link_alone_and_behind_words_and_its_signs_are_no_Markdown()
    {
        var mail = Filled("Hei", "Se {{lenke_avmelding}} og [si fra her]({{lenke_lis1}})\n\n[{{lenke_personvern}}]({{lenke_personvern}})");

        Assert.Equal([Kari.UnsubscribeUrl, Kari.Lis1Url, Kari.PrivacyUrl], Document(mail).QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal($"Se {Kari.UnsubscribeUrl} og si fra her: {Kari.Lis1Url}\n\n{Kari.PrivacyUrl}\n", mail.Text);
    }

    [Fact]
    public void The_plain_text_reads_as_if_somebody_had_typed_it()
    {
        var mail = Filled("Hei", """
            ## Sommerjobb i Namsos

            Vi trenger **to** studenter med *lisens*.
            Les [mer om jobben](https://example.com/jobb), og [spør oss](mailto:kari@example.com).

            Du får:

            - bolig til 150 kr
            - fast veileder
              hele sommeren

            1. Les
            2. Svar

            > Sagt i fjor

            [Svar her]({{lenke_lis1}})

            Hilsen
            Kari
            --
            Namsos
            """);

        Assert.Equal("""
            Sommerjobb i Namsos

            Vi trenger to studenter med lisens.
            Les mer om jobben (https://example.com/jobb), og spør oss (kari@example.com).

            Du får:

            - bolig til 150 kr
            - fast veileder
              hele sommeren

            1. Les
            2. Svar

            > Sagt i fjor

            Svar her: https://rekruttering.example.com/lis1/a_b-c

            Hilsen
            Kari
            --
            Namsos

            """.ReplaceLineEndings("\n"), mail.Text);
        Assert.Null(Document(mail).QuerySelector("h1"));
        Assert.Equal("Sommerjobb i Namsos", Document(mail).QuerySelector("h2")!.TextContent);
    }

    [Theory]
    [InlineData("27. desember kl. 18 i Namsos\n29. desember kl. 18 på Otterøya")]
    [InlineData("3. året på studiet er fint.\n\n1. juni: oppstart")]
    [InlineData("2. juni er siste frist")]
    [InlineData("1. Juni: oppstart\n2. juni: kurs\n3. juni: fest")]
    [InlineData("Vi møtes\n1. mai på torget")]
    [InlineData("1. **desember** åpner vi")]
    [InlineData("1. semester er tungt.")]
    [InlineData("Hun er født i\n\n1986.")]
    [InlineData("> 2. juni er siste frist")]
    [InlineData("- 27. desember i Namsos\n- 29. desember på Otterøya")]
    [InlineData("1. Les\n\nMed forklaring.\n\n2. Svar")]
    [InlineData("4. {{fornavn}}\n6. {{kommune}}")]
    public void A_number_that_begins_a_line_stays_as_it_was_typed(string typed)
    {
        var mail = Filled("Hei", typed);

        Assert.Equal(typed.Replace("**", "").Replace("{{fornavn}}", "Åse").Replace("{{kommune}}", "Nærøysund kommune") + "\n", mail.Text);
        Assert.Empty(Document(mail).QuerySelectorAll("ol"));
        foreach (var number in typed.Split('\n').Select(line => line.TrimStart('>', '-', ' ').Split(' ')[0]).Where(word => word.EndsWith('.') && char.IsAsciiDigit(word[0])))
            Assert.Contains(number, Document(mail).Body!.TextContent);
    }

    [Theory]
    [InlineData("1. Les\n2. Svar", 1, 2)]
    [InlineData("1) Les\n2) Svar\n3) Møt opp", 1, 3)]
    [InlineData("1. Les\n\n2. Svar", 1, 2)]
    [InlineData("Slik gjør du:\n1. Les\n2. Svar", 1, 2)]
    [InlineData("1. Les\n   1. Først\n   2. Så\n2. Svar", 2, 4)]
    [InlineData("- Slik:\n  1. Les\n  2. Svar", 1, 2)]
    [InlineData("1. Les\n2. Svar\n\nHusk:\n\n27. desember er siste dag.", 1, 2)]
    public void What_counts_from_one_is_a_list(string typed, int lists, int items)
    {
        var mail = Filled("Hei", typed);

        Assert.Equal((lists, items), (Document(mail).QuerySelectorAll("ol").Length, Document(mail).QuerySelectorAll("ol > li").Length));
        foreach (var line in typed.Split('\n'))
            Assert.Contains(line, mail.Text);
    }

    [Theory]
    [InlineData("[Svar her](mailto:kari@example.com?subject=Ja%20takk)", "Svar her: kari@example.com")]
    [InlineData("Vi **[svarer på siden](https://example.com/svar)** innen fredag.", "Vi svarer på siden (https://example.com/svar) innen fredag.")]
    [InlineData("Vi svarer *på **[siden](https://example.com/svar)***.", "Vi svarer på siden (https://example.com/svar).")]
    [InlineData("**[Svar her](https://example.com/svar)**\nHilsen Kari", "Svar her: https://example.com/svar\nHilsen Kari")]
    public void A_link_in_the_plain_text_is_an_address_and_parts_no_sentence(string typed, string plain) =>
        Assert.Equal(plain + "\n", Filled("Hei", typed).Text);

    [Fact]
    public void A_long_word_is_broken_and_does_not_widen_the_mail()
    {
        var mail = Filled("Hei", "## Om oss\n\nhttps://forms.office.com/Pages/ResponsePage.aspx?id=" + new string('x', 80) + "\n\n- {{lenke_lis1}}\n\n1. Les\n2. Svar\n\n> Sagt");

        Assert.All(Document(mail).QuerySelectorAll("h2, p, a, ul, ol, blockquote"), element => Assert.Contains("overflow-wrap:anywhere", element.GetAttribute("style")!));
    }

    [Fact]
    public void An_unknown_field_is_refused_with_its_name_and_place()
    {
        var refusal = Assert.IsType<UnknownMergeField>(MarkdownText.Parse("Hei", "Hei du\nog {{etternavn|du}}").Refusal);

        Assert.Equal(("etternavn", 2, 4, "Body"), (refusal.Name, refusal.Line, refusal.Column, refusal.Field));
        Assert.Contains("«etternavn» på linje 2", refusal.Sentence);
    }

    [Fact]
    public void A_field_that_does_not_end_is_refused_with_its_place()
    {
        var refusal = Assert.IsType<UnclosedMergeField>(MarkdownText.Parse("Hei {{kommune}} {{fornavn", "Hei").Refusal);

        Assert.Equal((1, 17, "Subject"), (refusal.Line, refusal.Column, refusal.Field));
    }

    [Fact]
    public void A_subject_and_a_text_are_wanted_and_neither_may_be_endless()
    {
        Assert.IsType<SubjectMissing>(MarkdownText.Parse(" ", "Hei").Refusal);
        Assert.IsType<BodyMissing>(MarkdownText.Parse("Hei", "\n ").Refusal);
        Assert.IsType<MailTextTooLong>(MarkdownText.Parse(new string('x', 151), "Hei").Refusal);
        Assert.IsType<MailTextTooLong>(MarkdownText.Parse("Hei", new string('x', 20_001)).Refusal);
        Assert.IsType<LinkInSubject>(MarkdownText.Parse("Hei {{lenke_lis1}}", "Hei").Refusal);
    }

    [Fact]
    public void Every_field_of_the_list_can_be_typed_as_the_list_shows_it()
    {
        foreach (var field in MergeFields.All)
            Assert.Contains(field.Value(Kari)!, Filled("Hei", field.Example).Text);
    }

    static readonly HashSet<string> Known = ["p", "a", "br", "strong", "em", "h2", "h3", "ul", "ol", "li", "blockquote", "hr"];

    static FilledText Filled(string subject, string body, MergeValues? values = null)
    {
        var text = MarkdownText.Parse(subject, body);
        Assert.True(text.IsOk, text.Refusal?.Sentence);
        return text.Value.Fill(values ?? Kari);
    }

    static IDocument Document(FilledText mail)
    {
        using var writer = new StringWriter();
        mail.Html.WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString());
    }
}
