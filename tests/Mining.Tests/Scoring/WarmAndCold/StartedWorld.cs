using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Tests.Builders;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LiveQuality.Mining.Tests.Scoring.WarmAndCold;

/// <summary>Invented lives, one a day, that follow likes and price; two of three have many reviews. The last one learnt from starts before <see cref="Now"/>.</summary>
internal static class StartedWorld
{
    public const int Count = 150;

    public const int Speakers = 40;

    public static readonly DateTimeOffset First = new(2017, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Now = First.AddDays(Count);

    public static IReadOnlyList<Live> Lives(int count = Count, int seed = 1, int from = 0, int speakers = Speakers)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(from, count).Select(number =>
        {
            var (liked, price, reviewed) = (chance.Next(500), chance.Next(100, 10_000), number % 3 != 0);
            return Some.Live($"{900_000_000_000_000_000 + number}") with
            {
                SpeakerId = $"speaker-{chance.Next(speakers)}",
                CreatedAt = First.AddDays(number - 5),
                StartsAt = First.AddDays(number),
                LikedNum = liked,
                AmountFen = price,
                OriginalPriceFen = price,
                SeatsTaken = chance.Next(10, 5000),
                SpeakerMessageCount = number % 5 == 0 ? null : chance.Next(20, 400),
                DurationSeconds = 3600,
                ReviewCount = reviewed ? chance.Next(18, 300) : 0,
                ReviewScore = reviewed ? Math.Round(3.5 + Math.Sqrt(liked / 500.0) - (price > 5000 ? 0.4 : 0) + (0.1 * chance.NextDouble()), 2) : null,
            };
        })];
    }

    public static TrainingResult Train(FeatureTable table, int seed = 42, int minReviews = 18) =>
        new Trainer(Options.Create(new TrainingOptions { Seed = seed, MinReviews = minReviews }), new FakeTimeProvider(Now)).Train(table, null, CancellationToken.None);

    public static Score ScoreOne(ModelRecord model, Live live) =>
        new Scorer(new FakeTimeProvider(Now)).Score(Some.Table([.. Lives().Where(other => other.Id != live.Id), live]), model, reasons: false, Xunit.TestContext.Current.CancellationToken).Single(score => score.Id == live.Id);
}
