using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Benchmarks;

/// <summary>A store of 100,000 invented lives of 20,000 speakers, nine of ten with a score and its reasons; the same every time.</summary>
internal static class InventedLives
{
    /// <summary>Lives.</summary>
    public const int Count = 100_000;

    private const int Speakers = 20_000;
    private const int Tags = 40;
    private const int Batch = 5_000;
    private const int Columns = 40;

    private static readonly string[] Words = ["如何", "读书", "三步", "考研", "复习", "进阶", "案例", "方法", "入门", "家用电路", "压力管理", "手冲咖啡", "小程序", "运营", "Python", "的误区", "聊聊", "这件事"];

    /// <summary>When the first of them was announced.</summary>
    public static readonly DateTimeOffset Start = new(2016, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task FillAsync(IRecordStore store)
    {
        var chance = new Random(1);
        await store.UpsertAsync(Collections.Speakers, [.. Enumerable.Range(0, Speakers).Select(number => new Speaker { Id = SpeakerId(number), ObservedAt = Start, Name = Title(chance, 2), Headline = Title(chance, 8) })], CancellationToken.None);
        for (var from = 0; from < Count; from += Batch)
        {
            Live[] lives = [.. Enumerable.Range(from, Batch).Select(number => OneLive(number, chance))];
            await store.UpsertAsync(Collections.Lives, lives, CancellationToken.None);
            await store.UpsertAsync(Collections.Scores, [.. lives.Where(_ => chance.Next(10) > 0).Select(live => OneScore(live.Id, chance))], CancellationToken.None);
        }
    }

    private static Live OneLive(int number, Random chance) => new()
    {
        Id = (700_000_000_000_000_000 + (number * 1_234_567_890L)).ToString(CultureInfo.InvariantCulture),
        ObservedAt = Start.AddDays(700),
        Subject = Title(chance, 5),
        Description = Title(chance, 150),
        Outline = Title(chance, 100),
        SpeakerId = SpeakerId((int)(Speakers * Math.Pow(chance.NextDouble(), 2))),
        Tags = [.. Enumerable.Range(0, chance.Next(1, 3)).Select(_ => chance.Next(Tags)).Distinct().Select(tag => new Tag(100 + tag, $"{Words[tag % Words.Length]}{tag}"))],
        Status = "ended",
        CreatedAt = Start.AddMinutes(number * 10),
        StartsAt = Start.AddMinutes((number * 10) + chance.Next(20_000)),
        AmountFen = chance.Next(1, 500) * 10,
        SeatsTaken = chance.Next(5000),
        LikedNum = chance.Next(500),
        ReviewCount = chance.Next(300),
        ReviewScore = Math.Round(3 + (2 * chance.NextDouble()), 2),
    };

    private static Score OneScore(string id, Random chance)
    {
        var value = 1 + (4 * Math.Sqrt(chance.NextDouble()));
        var sentence = $"{value:0.00}: above a typical live (4.41), mostly for what its reviews say (+{chance.NextDouble():0.00}), the speaker's earlier lives (+0.11) and its price (+0.03), held back by its length (−0.02); {chance.Next(300)} reviews so far count for 0.{chance.Next(10, 99)} of it.";
        return new Score
        {
            Id = id,
            ModelId = "mtb-dnn-c91a11e895fc",
            Value = value,
            Low = value - 0.2,
            High = value + 0.2,
            Basis = ScoreBases.Warm,
            Predicted = value - 0.1,
            EvidenceWeight = chance.NextDouble(),
            ScoredAt = Start.AddDays(700),
            Reasons = new ScoreReasons(4.41, [.. Enumerable.Range(0, Columns).Select(column => new Contribution($"column_number_{column}", chance.NextDouble(), chance.NextDouble() - 0.5))], sentence),
        };
    }

    private static string SpeakerId(int number) => number.ToString("x32", CultureInfo.InvariantCulture);

    private static string Title(Random chance, int words) => string.Concat(Enumerable.Range(0, words).Select(_ => Words[chance.Next(Words.Length)]));
}
