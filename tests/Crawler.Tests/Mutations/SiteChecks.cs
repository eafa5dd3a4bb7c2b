using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Mutations;

/// <summary>What holds of every body, sound or not.</summary>
internal static class SiteChecks
{
    private const int LongestReason = 2_000;

    /// <summary>A body is a value or a problem; of a value no item gets lost on the way to records.</summary>
    public static void Check<TPage, T>(
        ReadOnlyMemory<byte> body,
        Parsed<TPage> parsed,
        Func<TPage, IReadOnlyList<SiteItem<T>>> items,
        Func<TPage, FieldCounts> fields,
        Func<IReadOnlyList<SiteItem<T>>, CleanBatch> clean,
        Func<CleanBatch, int> records)
        where TPage : class
        where T : class
    {
        _ = SiteSignals.Find(body, null);
        if (parsed.Value is not { } page)
        {
            Assert.True(Cleaner.Page(parsed.Problem!, body, "", default).Reason is { Length: > 0 and < LongestReason });
            return;
        }

        Assert.Null(parsed.Problem);
        var all = items(page);
        var batch = clean(all);
        Assert.Equal(all.Count, records(batch) + batch.Quarantine.Count);
        Assert.True(fields(page).Items <= all.Count);
        foreach (var entry in batch.Quarantine)
        {
            Assert.True(entry.Reason.Length is > 0 and < LongestReason);
        }
    }
}
