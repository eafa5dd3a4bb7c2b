using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Mutations;

public sealed class HtmlMutationTests
{
    [Fact]
    public Task PeoplePage_OfMutatedBytes_GivesARecordOrAReason() => RunAsync("people-page", SiteCorpus.PeoplePages, body =>
        SiteChecks.Check<SingleAnswer<WirePerson>, WirePerson>(
            body,
            PeoplePage.Parse(body),
            answer => [answer.Item],
            answer => answer.Fields,
            items => Cleaner.Person(items[0], "", default),
            batch => batch.Speakers.Count));

    [Fact]
    public Task HtmlState_OfMutatedBytes_IsPartOfThePageOrNothing() => RunAsync("html-state", SiteCorpus.PageStates, body =>
    {
        if (HtmlPage.Parse(body).Value is { } page)
        {
            _ = HtmlState.Of(page);
            _ = PageState.Parse(body);
        }
    });

    private static Task RunAsync(string name, IReadOnlyList<byte[]> corpus, Action<ReadOnlyMemory<byte>> parse) =>
        MutationRun.RunAsync(new MutationTarget(name, Format.Html, corpus, parse, JsonCost.Of));
}
