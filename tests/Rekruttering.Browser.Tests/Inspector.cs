using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Rekruttering.Browser.Tests;

/// <summary>
/// Looks at each page it is shown: axe on a light laptop and on a dark phone, no scrolling sideways at 320 px, one h1, and nothing that the
/// browser complains about. It gathers what it finds, so that one run tells everything.
/// </summary>
internal sealed class Inspector
{
    // A mail in a frame runs no scripts, so axe would wait in it for ever; what a mail looks like is tested where mails are.
    private const string RunAxe = """
        async () => {
            const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
            const { violations } = await axe.run(document, { runOnly: rules, iframes: false, resultTypes: ['violations'] });
            return violations.flatMap(v => v.nodes.map(n => `${v.id} (${v.help}) at ${n.target}: ${n.html} ${n.any.map(a => a.message).join('; ')}`));
        }
        """;

    // The page, or one that it shows in a frame. Into a mail's frame nobody sees.
    private const string TooWide = """
        () => Math.max(...[document, ...Array.from(document.querySelectorAll('iframe'), f => f.contentDocument)]
            .filter(Boolean).map(d => d.documentElement.scrollWidth - d.documentElement.clientWidth))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> _found = [];

    /// <summary>Everything that is wrong, a line each.</summary>
    public IReadOnlyList<string> Found => _found;

    /// <summary>Hears what the browser says of a page from now on.</summary>
    public void ListenTo(IPage page)
    {
        page.Console += (_, message) => Note(page, message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => Note(page, true, $"script: {error}");
    }

    /// <summary>Looks at what the page shows now, and leaves it as it was.</summary>
    public async Task LookAsync(IPage page, string what)
    {
        var headings = await page.Locator("h1").CountAsync();
        Note(page, headings != 1, $"{what}: {headings} h1");
        await RunAxeAsync(page, what);

        await page.SetViewportSizeAsync(320, 740);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await SettleAsync(page);
        var tooWide = await page.EvaluateAsync<int>(TooWide);
        Note(page, tooWide > 0, $"{what}: {tooWide} px too wide at 320 px");
        await RunAxeAsync(page, $"{what}, dark at 320 px");

        await page.SetViewportSizeAsync(1280, 900);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await SettleAsync(page);
    }

    // A preview on its way has no width yet, and a colour on its way to dark is no finding. Two frames start what the change of scheme starts;
    // what has an end is waited for, a preview for ten seconds at most.
    private static async Task SettleAsync(IPage page) => await page.EvaluateAsync("""
        async () => {
            const frames = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            const loading = () => document.readyState !== 'complete' || Array.from(document.querySelectorAll('iframe[src]'), f => f.contentDocument)
                .some(d => d && (d.readyState !== 'complete' || d.URL === 'about:blank'));
            const end = performance.now() + 10000;
            while (loading() && performance.now() < end)
                await frames();
            await frames();
            const ending = document.getAnimations().filter(a => Number.isFinite(a.effect.getComputedTiming().endTime));
            await Promise.allSettled(ending.map(a => a.finished));
            await frames();
        }
        """);

    // In the page itself: axe's own way with Playwright opens a second page for every look, which takes longer than looking.
    private async Task RunAxeAsync(IPage page, string what)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe);
        foreach (var violation in await page.EvaluateAsync<string[]>(RunAxe))
            _found.Add($"{what}: {violation}");
    }

    private void Note(IPage page, bool wrong, string what)
    {
        if (wrong)
            _found.Add($"{new Uri(page.Url).AbsolutePath}: {what}");
    }
}
