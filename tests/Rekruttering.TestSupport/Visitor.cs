using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Rekruttering.TestSupport;

/// <summary>
/// Somebody with a browser: keeps cookies, follows redirects, and sends forms as a browser would, with all that stands in them.
/// </summary>
public sealed class Visitor(HttpClient http, RekrutteringApp app)
{
    private static readonly IBrowsingContext Reader = BrowsingContext.New(Configuration.Default);

    public RekrutteringApp App => app;

    /// <summary>The bare client: no redirects are followed.</summary>
    public HttpClient Http => http;

    /// <summary>Opens an address and follows where it leads.</summary>
    public Task<SeenPage> Open(string address) => Send(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Posts without a page before it, and so without its token.</summary>
    public Task<SeenPage> PostBare(string address, params (string Name, string Value)[] fields) =>
        Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(Pairs(fields)) });

    /// <summary>Posts any body.</summary>
    public Task<SeenPage> Send(string address, HttpContent content) => Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });

    internal async Task<SeenPage> Send(HttpRequestMessage request, bool follow = true)
    {
        var response = await http.SendAsync(request);
        for (var hop = 0; follow && hop < 10 && response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther; hop++)
            response = await http.GetAsync(new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!));
        var body = await response.Content.ReadAsStringAsync();
        var document = await Reader.OpenAsync(page => page.Content(body).Address(response.RequestMessage!.RequestUri!.AbsoluteUri));
        return new SeenPage(this, response, body, document);
    }

    internal static IEnumerable<KeyValuePair<string, string>> Pairs((string Name, string Value)[] fields) =>
        fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
}

/// <summary>A page as it was seen.</summary>
public sealed class SeenPage(Visitor visitor, HttpResponseMessage response, string body, IDocument document)
{
    /// <summary>Who sees it.</summary>
    public Visitor Visitor => visitor;

    public HttpStatusCode Status => response.StatusCode;
    public HttpResponseMessage Response => response;
    public string Path => response.RequestMessage!.RequestUri!.PathAndQuery;
    public string Body => body;
    public IDocument Document => document;

    /// <summary>What is read, with blanks folded.</summary>
    public string Text => Folded(document.Body?.TextContent ?? body);

    public string Heading => Folded(document.QuerySelector("h1")?.TextContent ?? "");

    /// <summary>The sentences of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. document.QuerySelectorAll("ds-error-summary li").Select(line => Folded(line.TextContent))];

    /// <summary>What the last step said.</summary>
    public string Said => Folded(document.QuerySelector(".app-done")?.TextContent ?? "");

    /// <summary>Whether the page shows this, wherever.</summary>
    public bool Shows(string text) => Text.Contains(text, StringComparison.Ordinal);

    /// <summary>Follows the link with this text.</summary>
    public Task<SeenPage> Follow(string text) => visitor.Open(document.QuerySelectorAll("main a, .app-side a").OfType<IHtmlAnchorElement>()
        .First(link => Folded(link.TextContent) == text).Href);

    /// <summary>Fills the form that has this button in, and presses the button.</summary>
    public Task<SeenPage> Press(string button, params (string Name, string Value)[] fields) => Press(button, fields, []);

    /// <summary>The same, with files.</summary>
    public Task<SeenPage> Press(string button, (string Name, string Value)[] fields, (string Name, string FileName, byte[] Content)[] files) => Press(button, fields, files, follow: true);

    /// <summary>Presses it and stays where the answer is, also where it leads on.</summary>
    internal Task<SeenPage> Press(string button, (string Name, string Value)[] fields, (string Name, string FileName, byte[] Content)[] files, bool follow)
    {
        var pressed = document.QuerySelectorAll("button").OfType<IHtmlButtonElement>().FirstOrDefault(b => Folded(b.TextContent) == button)
            ?? throw new InvalidOperationException($"No button '{button}' on {Path} ({Status}).");
        var form = pressed.Form ?? throw new InvalidOperationException($"The button '{button}' stands in no form.");
        var values = Values(form, fields);
        if (pressed.Name is { Length: > 0 } name)
            values.Add((name, pressed.Value));
        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        var address = new Uri(response.RequestMessage!.RequestUri!, string.IsNullOrEmpty(action) ? "" : action);
        if (form.Method != "post")
            return visitor.Open(address.GetLeftPart(UriPartial.Path) + "?" + string.Join('&', values.Select(v => $"{v.Name}={Uri.EscapeDataString(v.Value)}")));
        return visitor.Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = Content(values, files) }, follow);
    }

    /// <summary>What the form holds, with the given fields in place of what stands in them; a name that is not in the form is a mistake of the test.</summary>
    private static List<(string Name, string Value)> Values(IHtmlFormElement form, (string Name, string Value)[] fields)
    {
        var values = new List<(string Name, string Value)>();
        var names = form.Elements.Select(e => e.GetAttribute("name")).Where(n => n is not null).ToHashSet();
        if (Array.Find(fields, f => !names.Contains(f.Name)) is { Name: not null } unknown)
            throw new InvalidOperationException($"The form has no field '{unknown.Name}', only {string.Join(", ", names)}.");
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element is IHtmlButtonElement || Array.Exists(fields, f => f.Name == name))
                continue;
            if (element is IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" })
                continue;
            if (element is IHtmlSelectElement { IsMultiple: true } many)
                values.AddRange(many.SelectedOptions.Select(option => (name, option.Value)));
            else
                values.Add((name, ValueOf(element)));
        }
        values.AddRange(fields);
        return values;
    }

    private static string ValueOf(IElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => "",
    };

    private static HttpContent Content(List<(string Name, string Value)> values, (string Name, string FileName, byte[] Content)[] files)
    {
        if (files.Length == 0)
            return new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
            content.Add(new StringContent(value, Encoding.UTF8), name);
        foreach (var (name, fileName, bytes) in files)
            content.Add(new ByteArrayContent(bytes), name, fileName);
        return content;
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
