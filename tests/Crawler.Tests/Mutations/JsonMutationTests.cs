using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Mutations;

/// <summary>The site's JSON, the whole way to records: whatever it is, every item is a record or in quarantine.</summary>
public sealed class JsonMutationTests
{
    private const string Origin = "https://api.zhihu.com/";
    private static readonly DateTimeOffset At = new(2018, 1, 15, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public Task LivePage_OfMutatedBytes_GivesRecordsOrReasons() => RunAsync("live-page", SiteCorpus.LivePages, body =>
        List(body, LivePage.Parse(body), items => Cleaner.Lives(items, LiveView.Full, Origin, At), batch => batch.Lives.Count));

    [Fact]
    public Task PageState_OfMutatedBytes_GivesRecordsOrReasons() => RunAsync("page-state", SiteCorpus.PageStates, body =>
        List(body, PageState.Parse(body), items => Cleaner.Lives(items, LiveView.PageState, Origin, At), batch => batch.Lives.Count));

    [Fact]
    public Task ReviewPage_OfMutatedBytes_GivesRecordsOrReasons() => RunAsync("review-page", SiteCorpus.ReviewPages, body =>
        List(body, ReviewPage.Parse(body), items => Cleaner.Reviews(items, "1", Origin, At), batch => batch.Reviews.Count));

    [Fact]
    public Task LiveAnswer_OfMutatedBytes_GivesARecordOrAReason() => RunAsync("live-answer", SiteCorpus.Lives, body =>
        Single(body, LiveAnswer.Parse(body), item => Cleaner.Lives([item], LiveView.Full, Origin, At), batch => batch.Lives.Count));

    [Fact]
    public Task PersonAnswer_OfMutatedBytes_GivesARecordOrAReason() => RunAsync("person-answer", SiteCorpus.People, body =>
        Single(body, PersonAnswer.Parse(body), item => Cleaner.Person(item, Origin, At), batch => batch.Speakers.Count));

    private static Task RunAsync(string name, IReadOnlyList<byte[]> corpus, Action<ReadOnlyMemory<byte>> parse) =>
        MutationRun.RunAsync(new MutationTarget(name, Format.Json, corpus, parse, JsonCost.Of));

    private static void List<T>(
        ReadOnlyMemory<byte> body, Parsed<ListPage<T>> parsed, Func<IReadOnlyList<SiteItem<T>>, CleanBatch> clean, Func<CleanBatch, int> records)
        where T : class =>
        SiteChecks.Check(body, parsed, page => page.Items, page => page.Fields, clean, records);

    private static void Single<T>(ReadOnlyMemory<byte> body, Parsed<SingleAnswer<T>> parsed, Func<SiteItem<T>, CleanBatch> clean, Func<CleanBatch, int> records)
        where T : class =>
        SiteChecks.Check<SingleAnswer<T>, T>(body, parsed, answer => [answer.Item], answer => answer.Fields, items => clean(items[0]), records);
}
