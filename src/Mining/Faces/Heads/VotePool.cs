using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>
/// One opinion out of several: the product of the voters' probabilities, each to the power of its weight (a logarithmic opinion pool; Genest and Zidek, "Combining Probability Distributions", 1986). Unlike a majority it
/// hears how sure each voter is, and unlike a sum it knows how much each deserves to be heard.
/// </summary>
/// <param name="weights">One a voter, 0 or more.</param>
internal sealed class VotePool(IReadOnlyList<double> weights)
{
    private const string WeightsName = "weights";
    private const int Steps = 400;
    private const double Least = 1e-6;

    /// <param name="state">From <see cref="State"/>.</param>
    public VotePool(IReadOnlyDictionary<string, WeightTensor> state)
        : this(state.Numbers(WeightsName))
    {
    }

    /// <summary>One a voter.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>The weights, by name.</summary>
    public IReadOnlyDictionary<string, WeightTensor> State => new Dictionary<string, WeightTensor>(StringComparer.Ordinal) { [WeightsName] = StateTensors.Of([.. weights]) };

    /// <summary>The weights that make known answers likeliest: convex, by projected gradient descent with a step that halves whenever it would not descend.</summary>
    /// <param name="votes">[voter][row][class]; on rows that no voter was fitted on.</param>
    /// <param name="answers">The right class of each row.</param>
    public static VotePool Fit(IReadOnlyList<double[][]> votes, IReadOnlyList<int> answers)
    {
        double[] weights = [.. votes.Select(_ => 1.0 / votes.Count)];
        var (step, loss) = (1.0, Loss(votes, answers, weights, out var slope));
        for (var i = 0; i < Steps && step > 1e-9; i++)
        {
            double[] next = [.. weights.Zip(slope, (weight, along) => Math.Max(0, weight - (step * along)))];
            var nextLoss = Loss(votes, answers, next, out var nextSlope);
            if (nextLoss < loss)
            {
                (weights, loss, slope, step) = (next, nextLoss, nextSlope, step * 1.5);
            }
            else
            {
                step /= 2;
            }
        }

        // As a file keeps them.
        return new VotePool([.. weights.Select(weight => (double)(float)weight)]);
    }

    /// <summary>The opinion.</summary>
    /// <param name="votes">[voter][class], each with sum 1.</param>
    /// <returns>Probabilities.</returns>
    public double[] Of(IReadOnlyList<double[]> votes) => Of(votes, weights);

    private static double[] Of(IReadOnlyList<double[]> votes, IReadOnlyList<double> weights)
    {
        var opinion = new double[votes[0].Length];
        for (var @class = 0; @class < opinion.Length; @class++)
        {
            for (var voter = 0; voter < votes.Count; voter++)
            {
                opinion[@class] += weights[voter] * Math.Log(Math.Max(votes[voter][@class], Least));
            }
        }

        var most = opinion.Max();
        var sum = 0.0;
        for (var @class = 0; @class < opinion.Length; @class++)
        {
            sum += opinion[@class] = Math.Exp(opinion[@class] - most);
        }

        return Array.ConvertAll(opinion, share => share / sum);
    }

    // Mean negative logarithm of the right answer's probability.
    private static double Loss(IReadOnlyList<double[][]> votes, IReadOnlyList<int> answers, double[] weights, out double[] slope)
    {
        slope = new double[weights.Length];
        var loss = 0.0;
        for (var row = 0; row < answers.Count; row++)
        {
            double[][] said = [.. votes.Select(voter => voter[row])];
            var opinion = Of(said, weights);
            loss -= Math.Log(Math.Max(opinion[answers[row]], double.Epsilon)) / answers.Count;
            for (var voter = 0; voter < weights.Length; voter++)
            {
                for (var @class = 0; @class < opinion.Length; @class++)
                {
                    var miss = opinion[@class] - (@class == answers[row] ? 1 : 0);
                    slope[voter] += miss * Math.Log(Math.Max(said[voter][@class], Least)) / answers.Count;
                }
            }
        }

        return loss;
    }
}
