using System.Text.Json;
using CsCheck;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

public sealed class SameRecordTests
{
    private const string Seed = "0N0XIzNsQ0O2";
    private static readonly DateTimeOffset Noon = new(2018, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Live> Views = Gen.Select(
        Gen.Int[0, 2],
        OneOf<string?>(null, "甲", "甲\"乙\\"),
        OneOf<long?>(null, 0, 1),
        OneOf<IReadOnlyList<Tag>?>(null, [], [new Tag(101, "音乐")]),
        Gen.Int[0, 1],
        (hour, subject, count, tags, version) =>
            new Live { Id = "1", ObservedAt = Noon.AddHours(hour), Subject = subject, ReviewCount = count, Tags = tags, Version = version });

    [Fact]
    public void Says_AnyTwoViews_NeverTakesAChangeForNone() => Gen.Select(Views, Views).Sample(
        (stored, view) => !Says(Collections.Lives, stored, view) || RecordMerge.Merge(Collections.Lives, stored, view).Changes.Count == 0,
        seed: Seed);

    [Fact]
    public void Says_AViewThatSaysLessOfTheSame_SeesIt() => Gen.Select(Views, Gen.Bool, Gen.Bool, Gen.Int[-2, 2]).Sample(
        (stored, subject, count, hour) => Says(Collections.Lives, stored, stored with
        {
            ObservedAt = stored.ObservedAt.AddHours(hour),
            Version = 9,
            Subject = subject ? stored.Subject : null,
            ReviewCount = count ? stored.ReviewCount : null,
        }),
        seed: Seed);

    [Fact]
    public void Says_Replacing_WantsEveryFieldTheSame()
    {
        var entry = new QuarantineEntry { Id = "live:1", Kind = "live", Rule = "r", Reason = "why", Payload = "{}", Origin = "here", ObservedAt = Noon };
        var host = new Host { Id = "https://api.example", RobotsText = "Disallow: /", PauseReason = "why" };

        Assert.True(Says(Collections.Quarantine, entry, entry with { ObservedAt = Noon.AddDays(1) }));
        Assert.False(Says(Collections.Quarantine, entry, entry with { Reason = "another" }));
        Assert.False(Says(Collections.Hosts, host, host with { PauseReason = null }));
        Assert.False(Says(Collections.Hosts, host with { PauseReason = null }, host));
        Assert.False(Says(Collections.Hosts, host, host with { RobotsText = null }));
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static bool Says<T>(Collection<T> collection, T stored, T incoming)
        where T : class, IRecord =>
        SameRecord.Says(collection, JsonSerializer.SerializeToUtf8Bytes(stored, collection.Json), JsonSerializer.SerializeToUtf8Bytes(incoming, collection.Json));
}
