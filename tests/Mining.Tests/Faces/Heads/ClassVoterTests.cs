using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Heads;

public sealed class ClassVoterTests
{
    private static readonly Matrix Rows = Some.Matrix(80, 3, 1);

    // The second column says which; the fourth part of the answers is wrong.
    private static readonly Matrix Targets = Matrix.Of(80, 2, [.. Enumerable.Range(0, 80).SelectMany(row => (Rows[row, 1] > 0.5) ^ (row % 4 == 0) ? new[] { 1.0, 0 } : [0, 1])]);

    [Fact]
    public void Fit_LearnableRows_FindsTheColumn()
    {
        var voter = Fit(Rows);

        Assert.True(voter.Predict(Some.Rows([0.5, 0.9, 0.5]))[0, 0] > 0.6);
        Assert.True(voter.Predict(Some.Rows([0.5, 0.1, 0.5]))[0, 0] < 0.4);
    }

    [Fact]
    public void Fit_ColumnsStretchedAndShifted_SaysTheSame()
    {
        var stretched = Rows.Map(Stretch);

        var (plain, other) = (Fit(Rows).Predict(Rows), Fit(stretched).Predict(stretched));

        Assert.Equal(plain.Values.ToArray(), other.Values.ToArray(), (one, two) => Math.Abs(one - two) < 1e-3);

        static double Stretch(double value, int column) => column == 1 ? (1000 * value) - 4000 : (0.1 * value) + column;
    }

    [Fact]
    public void Fit_SmallerC_IsLessSure() => Assert.True(Spread(Fit(Rows, 1e-3)) < Spread(Fit(Rows, 1)) / 2);

    [Fact]
    public void Fit_RowsThatWeighNothing_DoNotCount()
    {
        // Only the rows whose answer is wrong are heard.
        var voter = Fit(Rows, weights: [.. Enumerable.Range(0, 80).Select(row => row % 4 == 0 ? 1.0 : 0)]);

        Assert.True(voter.Predict(Some.Rows([0.5, 0.9, 0.5]))[0, 0] < 0.4);
    }

    [Fact]
    public void Vote_Face_ReadsItsBlocksInTheAskedOrder()
    {
        var face = new FaceFeatures([new("last", 1), new("unused", 1), new("first", 2)], [[0.3f], [9], [0.1f, 0.8f]]);
        var voter = Fit(Rows);

        Assert.Equal(voter.Predict(Some.Rows([0.1f, 0.8f, 0.3f])).Row(0).ToArray(), ClassVoter.Vote(voter, face, ["first", "last"]));
    }

    private static double Spread(SoftmaxPredictor voter)
    {
        var said = voter.Predict(Rows).Column(0);
        return said.Max() - said.Min();
    }

    private static SoftmaxPredictor Fit(Matrix rows, double inversePenalty = 0.1, double[]? weights = null) =>
        ClassVoter.Fit(rows, Targets, inversePenalty, weights, null, TestContext.Current.CancellationToken);
}
