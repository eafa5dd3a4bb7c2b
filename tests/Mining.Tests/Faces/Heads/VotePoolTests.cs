using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Models;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Heads;

public sealed class VotePoolTests
{
    [Fact]
    public void Of_TwoVoters_IsTheWeightedProductOfTheirShares()
    {
        var opinion = new VotePool([2, 0.5]).Of([[0.8, 0.2], [0.36, 0.64]]);

        // .8² * .36^½ = .384 against .2² * .64^½ = .032.
        Assert.Equal([0.384 / 0.416, 0.032 / 0.416], opinion, (one, other) => Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void Of_ShareOfZero_DoesNotForbidTheAnswer() => Assert.All(new VotePool([1, 1]).Of([[1, 0], [0, 1]]), share => Assert.Equal(0.5, share, 1e-12));

    [Fact]
    public void Fit_VoterThatGuesses_IsHardlyHeard()
    {
        var (answers, honest) = Honest(500, 1);
        var guessing = Honest(500, 2).Votes;

        var weights = VotePool.Fit([honest, guessing], answers).Weights;

        // The honest one is as often right as it says: nothing makes it better than to be taken at its word.
        Assert.InRange(weights[0], 0.8, 1.2);
        Assert.InRange(weights[1], 0, 0.1);
    }

    [Fact]
    public void Fit_VoterThatIsSurerThanRight_IsTakenBack()
    {
        var (answers, honest) = Honest(500, 1);
        // Twice the logarithms.
        double[][] loud = [.. honest.Select(row => row.Select(share => share * share / row.Sum(other => other * other)).ToArray())];

        Assert.InRange(VotePool.Fit([loud], answers).Weights[0], 0.4, 0.6);
    }

    [Fact]
    public void Fit_VoterThatIsAlwaysWrong_IsNotHeard()
    {
        var (answers, honest) = Honest(200, 1);
        double[][] wrong = [.. answers.Select(answer => Enumerable.Range(0, 3).Select(@class => @class == answer ? 0.1 : 0.45).ToArray())];

        Assert.Equal(0, VotePool.Fit([honest, wrong], answers).Weights[1]);
    }

    [Fact]
    public void State_ReadBack_GivesTheSameBits()
    {
        var (answers, votes) = Honest(100, 1);
        var pool = VotePool.Fit([votes, Honest(100, 2).Votes], answers);

        Assert.Equal(pool.Weights, new VotePool(SafeTensors.Read(SafeTensors.Write(pool.State))).Weights);
    }

    [Fact]
    public void State_WithoutWeights_IsNoPool() => Assert.Throws<ModelFormatException>(() => new VotePool(new Dictionary<string, WeightTensor>(StringComparer.Ordinal)));

    // Draws shares, and each answer by them.
    private static (int[] Answers, double[][] Votes) Honest(int rows, int seed)
    {
        var chance = new Random(seed);
        double[][] votes = [.. Enumerable.Range(0, rows).Select(_ => Shares(chance))];
        int[] answers = [.. votes.Select(row => chance.NextDouble() is var drawn && drawn < row[0] ? 0 : drawn < row[0] + row[1] ? 1 : 2)];
        return (answers, votes);
    }

    private static double[] Shares(Random chance)
    {
        double[] drawn = [.. Enumerable.Range(0, 3).Select(_ => Math.Exp(2 * Population.Gaussian(chance)))];
        return Array.ConvertAll(drawn, value => value / drawn.Sum());
    }
}
