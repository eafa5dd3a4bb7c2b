using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Tests.Builders;

/// <summary>Invented inputs.</summary>
internal static class Some
{
    private static readonly DateTimeOffset Seen = new(2018, 1, 31, 0, 0, 0, TimeSpan.Zero);

    public static Live Live(string id = "900000000000000001") => new() { Id = id, ObservedAt = Seen, SpeakerId = "speaker-of-" + id };

    public static Speaker Speaker(string id = "speaker") => new() { Id = id, ObservedAt = Seen };

    public static FeatureTable Table(params IEnumerable<Live> lives)
    {
        var builder = new FeatureTableBuilder();
        foreach (var live in lives)
        {
            builder.Add(live, null);
        }

        return builder.Build();
    }

    public static FaceResult Face() => new()
    {
        Model = "m",
        Outcome = FaceOutcomes.Face,
        SpeakerIds = ["s"],
        Confidence = 0.99,
        EyeDistance = 24,
        Sharpness = 40,
        Yaw = 0.1,
        Attractiveness = new FaceEstimate(3.5, 0.4),
        Age = new FaceEstimate(30, 5),
        Gender = new FaceAnswer("male", 0.8),
        Expression = new FaceAnswer("happiness", 0.75),
        Happiness = 0.75,
    };

    public static FeatureTable TableWithPortraits(params IEnumerable<(Live Live, FaceResult? Face)> lives)
    {
        var builder = new FeatureTableBuilder(portraits: true);
        foreach (var (live, face) in lives)
        {
            builder.Add(live, null, face);
        }

        return builder.Build();
    }

    /// <summary>Lives of which every third has no reviews, with scores that follow likes and price in a bent line.</summary>
    public static FeatureTable World(int lives, int speakers, int seed = 1)
    {
        var chance = new Random(seed);
        return Table(Enumerable.Range(0, lives).Select(number =>
        {
            var (liked, price) = (chance.Next(500), chance.Next(100, 10_000));
            var reviewed = number % 3 != 0;
            return Live($"{900_000_000_000_000_000 + number}") with
            {
                SpeakerId = $"speaker-{number % speakers}",
                LikedNum = liked,
                AmountFen = price,
                OriginalPriceFen = price,
                SeatsTaken = chance.Next(10, 5000),
                SpeakerMessageCount = number % 5 == 0 ? null : chance.Next(20, 400),
                DurationSeconds = 3600,
                ReviewCount = reviewed ? chance.Next(18, 300) : 0,
                ReviewScore = reviewed ? 3.5 + Math.Sqrt(liked / 500.0) - (price > 5000 ? 0.4 : 0) : null,
            };
        }));
    }

    public static Matrix Rows(params double[][] rows)
    {
        var matrix = new Matrix(rows.Length, rows[0].Length);
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                matrix[row, column] = rows[row][column];
            }
        }

        return matrix;
    }

    /// <summary>Numbers from 0 to 1.</summary>
    public static Matrix Matrix(int rows, int columns, int seed)
    {
        var chance = new Random(seed);
        return new Matrix(rows, columns).Map((_, _) => chance.NextDouble());
    }
}
