using System.Text;
using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Mutations;

/// <summary>What no mutator comes upon: inputs as large as they are let in, made of what costs most.</summary>
public sealed class LargestInputTests
{
    // What would take the square of the length would take hours and gigabytes; what is linear stays far below this.
    private const long MostBytesPerByte = 100;

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("{\"data\":[", "{},", "{}]}")]
    [InlineData("{\"data\":[{\"id\":\"1\",\"cospeakers\":[", "{},", "{}]}]}")]
    [InlineData("{\"data\":[{\"id\":\"1\",\"cospeakers\":[", "{\"member\":{\"id\":\"0123456789abcdef0123456789abcdef\"}},", "{}]}]}")]
    [InlineData("{\"data\":[{\"id\":\"1\",\"tags\":[", "{},", "{}]}]}")]
    [InlineData("{\"data\":[{", "\"a\":1,", "\"b\":1}]}")]
    [InlineData("{\"data\":[", "[[[[[[[[[[]]]]]]]]]],", "{}]}")]
    [InlineData("{", "\"message\":\"a\",", "\"code\":7}")]
    public Task LivePage_OfOneThingAgainAndAgain_TakesMemoryByItsLength(string begin, string middle, string end) => AssertLinearAsync(
        Filled(begin, middle, end, FetchDefaults.LargestBody),
        body => LivePage.Parse(body).Value is { } page ? Cleaner.Lives(page.Items, LiveView.Full, "", default) : null);

    [Theory]
    [InlineData("<html><a", " a", ">")]
    [InlineData("<html>", "<a>", "")]
    [InlineData("<html>", "<", "")]
    [InlineData("<html>", "&amp", "")]
    [InlineData("<html>", "<!--", "")]
    [InlineData("<html><script>", "<!--<script>", "")]
    [InlineData("<html><title>", "</titl", "")]
    [InlineData("<html><a class='", " ", "'>")]
    [InlineData("<html><meta itemprop=url content='", "/a", "'><i class=ProfileHeader-name>")]
    [InlineData("<html><meta itemprop=url content='/a'><i class=ProfileHeader-name><i class=Profile-sideColumnItemValue>", "9", "")]
    [InlineData("<html><meta itemprop=url content='/a'><i class=ProfileHeader-name><i class=Profile-sideColumnItemValue>1", " ", "")]
    public Task PeoplePage_OfOneThingAgainAndAgain_TakesMemoryByItsLength(string begin, string middle, string end) =>
        AssertLinearAsync(Filled(begin, middle, end, HtmlPage.LargestBytes), body => PeoplePage.Parse(body));

    private static byte[] Filled(string begin, string middle, string end, int size) =>
        Encoding.UTF8.GetBytes($"{begin}{string.Concat(Enumerable.Repeat(middle, (size - begin.Length - end.Length) / middle.Length))}{end}");

    // On a thread of its own, which can be left behind.
    private static async Task AssertLinearAsync(byte[] input, Func<ReadOnlyMemory<byte>, object?> parse)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var work = Task.Factory.StartNew(() => Allocated(input, parse), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.InRange(await work.WaitAsync(Hang, cancellation), 0, input.Length * MostBytesPerByte);
    }

    private static long Allocated(byte[] input, Func<ReadOnlyMemory<byte>, object?> parse)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        parse(input);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
