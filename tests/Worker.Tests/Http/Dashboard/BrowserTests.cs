using System.Net;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Dashboard;

/// <summary>The pages as people meet them: in Chromium, in both languages, light and dark, wide and narrow.</summary>
[Collection(DashboardCollection.Name)]
public sealed class BrowserTests(DashboardSite site)
{
    private const int Narrow = 360;
    private const int Wide = 1280;

    public static TheoryData<string, int> Pages => new()
    {
        { "/", 25 },
        { "/?q=nobody&priceFrom=x", 0 },
        { $"/lives/{DashboardSite.LiveId}", 10 },
        { $"/speakers/{DashboardSite.SpeakerId}", 10 },
        { "/models", 1 },
        { "/models/MODEL", 0 },
        { "/runs", 2 },
        { "/drift", 0 },
        { "/quality", 0 },
        { "/crawl", 5 },
        { "/nowhere", 0 },
        { "/lives/1", 0 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InAnyLook_IsSoundForEverybody(string path, int marks)
    {
        var address = new Uri(site.Address, path.Replace("MODEL", await ModelIdAsync(), StringComparison.Ordinal));
        // Colours depend on the theme, texts on the language, neither on the other: each is seen once. Axe, which takes most of the time, looks at each at one width.
        foreach (var (language, theme, examined) in new[] { ("en", "light", Wide), ("zh", "dark", Narrow) })
        {
            await using var context = await NewContextAsync(language, theme);
            var page = await context.NewPageAsync();
            var complaints = Listen(page, path);
            foreach (var width in new[] { Wide, Narrow })
            {
                await page.SetViewportSizeAsync(width, 800);
                await page.GotoAsync(address.ToString());
                var look = $"{path} {language} {theme} {width}";

                Assert.True(complaints.Count == 0, $"{look}: {string.Join("; ", complaints)}");
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{look}: scrolls sideways");
                Assert.Equal(0, await page.EvaluateAsync<int>("document.scripts.length + document.querySelectorAll('[style]').length"));
                Assert.Equal(1, await page.Locator("h1").CountAsync());
                Assert.Equal(language == "zh" ? "zh-CN" : "en", await page.Locator("html").GetAttributeAsync("lang"));
                Assert.True(await page.Locator("svg rect.bar, svg circle.point, svg.interval .mark").CountAsync() >= marks, $"{look}: a chart is empty");
                if (width == examined)
                {
                    var found = await page.RunAxe();
                    Assert.True(!found.Violations.Any(IsSerious), $"{look}: {string.Join("; ", found.Violations.Where(IsSerious).Select(Describe))}");
                }
            }
        }
    }

    [Fact]
    public async Task Search_ForAKnownLive_LeadsToIt()
    {
        await using var context = await NewContextAsync("zh", "light");
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address.ToString());

        await page.Locator("input[type=search]").FillAsync("读一本");
        await page.Locator("form button").ClickAsync();
        await page.Locator("table.cards tbody th a").ClickAsync();

        Assert.Equal(DashboardSite.Subject, await page.Locator("h1").InnerTextAsync());
        Assert.EndsWith($"/lives/{DashboardSite.LiveId}", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lives_SortedByPriceAndPaged_ComeInOrder()
    {
        await using var context = await NewContextAsync("en", "light");
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address.ToString());

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Price", Exact = true }).ClickAsync();
        Assert.Equal("descending", await page.Locator("th.sortable", new PageLocatorOptions { HasText = "Price" }).GetAttributeAsync("aria-sort"));
        var first = await page.Locator("table.cards tbody th a").AllInnerTextsAsync();
        await page.Locator("a[rel=next]").ClickAsync();
        var second = await page.Locator("table.cards tbody th a").AllInnerTextsAsync();

        Assert.StartsWith("第 59 场", first[0], StringComparison.Ordinal);
        Assert.StartsWith("第 34 场", second[0], StringComparison.Ordinal);
        Assert.Empty(first.Intersect(second));
    }

    [Fact]
    public async Task Keyboard_FirstTab_SkipsToTheContent()
    {
        await using var context = await NewContextAsync("en", "light");
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address.ToString());

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        Assert.True(await page.EvaluateAsync<bool>("document.getElementById('content').contains(document.activeElement)"));
    }

    [Fact]
    public async Task Choices_OfLanguageAndTheme_StayAndLeadBack()
    {
        await using var context = await NewContextAsync("en", "light");
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "/runs?outcome=failed").ToString());

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "中文" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "深色" }).ClickAsync();

        Assert.EndsWith("/runs?outcome=failed", page.Url, StringComparison.Ordinal);
        Assert.Equal("zh-CN", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("dark", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).colorScheme"));
    }

    private static bool IsSerious(AxeResultItem item) => item.Impact is "serious" or "critical";

    private static string Describe(AxeResultItem item) => $"{item.Id}: {item.Help} ({string.Join(", ", item.Nodes.Take(3).Select(node => node.Html))})";

    private List<string> Listen(IPage page, string path)
    {
        var complaints = new List<string>();
        // The browser itself tells of an answer of 404 where one was asked for.
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != site.Address.Authority)
            {
                complaints.Add($"{path} asks {request.Url}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= (int)HttpStatusCode.InternalServerError)
            {
                complaints.Add($"{response.Url}: {response.Status}");
            }
        };
        return complaints;
    }

    private async Task<IBrowserContext> NewContextAsync(string language, string theme)
    {
        Assert.SkipWhen(site.Browser is null, "there is no /usr/bin/chromium; install it to test the pages in a browser");
        return await site.Browser.NewContextAsync(new BrowserNewContextOptions { Locale = language, ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
    }

    private async Task<string> ModelIdAsync()
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var html = await client.GetStringAsync(new Uri("/models", UriKind.Relative), TestContext.Current.CancellationToken);
        const string Link = "/models/";
        var start = html.IndexOf(Link, StringComparison.Ordinal) + Link.Length;
        return html[start..html.IndexOf('"', start)];
    }
}
