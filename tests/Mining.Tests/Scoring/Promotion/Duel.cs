using LiveQuality.Mining.Scoring.Promotion;

namespace LiveQuality.Mining.Tests.Scoring.Promotion;

/// <summary>Invented errors of two models on the same lives: alike within a speaker, and heavy-tailed.</summary>
internal sealed class Duel
{
    private readonly Random _chance;

    public Duel(int speakers, int seed)
    {
        _chance = new Random(seed);
        for (var speaker = 0; speaker < speakers; speaker++)
        {
            // Most have one or two lives, a few have a dozen.
            var lives = 1 + (int)(-Math.Log(1 - _chance.NextDouble()) * 1.7);
            var liking = 0.03 * HeavyTailed();
            for (var live = 0; live < lives; live++)
            {
                Speakers.Add($"s{speaker}");
                Tags.Add($"{_chance.Next(10)}");
                Bands.Add($"{_chance.Next(4)}");
                Known.Add(speaker % 3 == 0 ? "new" : "known");
                Champion.Add(0.25 + Math.Abs(0.2 * HeavyTailed()));
                Challenger.Add(Champion[^1] + liking + (0.05 * HeavyTailed()));
            }
        }
    }

    public List<string> Speakers { get; } = [];

    public List<string> Tags { get; } = [];

    public List<string> Bands { get; } = [];

    public List<string> Known { get; } = [];

    public List<double> Champion { get; } = [];

    public List<double> Challenger { get; } = [];

    public SliceFamily[] Families => [new("tag", Tags), new("price", Bands), new("speaker", Known)];

    /// <summary>Makes the challenger better on the rows where the condition holds.</summary>
    public Duel Better(double gain, Func<int, bool>? where = null)
    {
        for (var row = 0; row < Challenger.Count; row++)
        {
            Challenger[row] -= where is null || where(row) ? gain : 0;
        }

        return this;
    }

    /// <summary>Makes the challenger's losses rare and large and its gains frequent and small, for nothing on average.</summary>
    public Duel Bold()
    {
        for (var row = 0; row < Challenger.Count; row++)
        {
            Challenger[row] = Champion[row] + (0.05 * (-Math.Log(1 - _chance.NextDouble()) - 1));
        }

        return this;
    }

    public PromotionDecision Decide() => PromotionGate.Decide(Champion, Challenger, Speakers, Families);

    // Student's t with 3 degrees of freedom over its standard deviation: variance 1, no fourth moment.
    private double HeavyTailed()
    {
        var squares = 0.0;
        for (var i = 0; i < 3; i++)
        {
            var normal = Normal();
            squares += normal * normal;
        }

        return Normal() / Math.Sqrt(squares);
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _chance.NextDouble())) * Math.Cos(2 * Math.PI * _chance.NextDouble());
}
