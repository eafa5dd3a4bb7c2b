using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Nets;

[Collection(TorchCollection.Name)]
public sealed class AdamTests
{
    private const double Rate = 0.1;
    private const double Decay = 0.05;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Step_ThreeTimes_FollowsThePaper(bool decoupled)
    {
        double[] expected = [1.0, -2.0, 0.5];
        var (means, squares) = (new double[3], new double[3]);
        using var weights = torch.tensor(new float[] { 1, -2, 0.5f }).clone();
        weights.requires_grad = true;
        using var adam = new Adam([weights], Rate, Decay, decoupled);

        for (var step = 1; step <= 3; step++)
        {
            adam.ZeroGradients();
            using var loss = weights.pow(3).sum();
            loss.backward();
            adam.Step();
            for (var i = 0; i < expected.Length; i++)
            {
                var gradient = (3 * expected[i] * expected[i]) + (decoupled ? 0 : Decay * expected[i]);
                expected[i] -= decoupled ? Rate * Decay * expected[i] : 0;
                means[i] = (0.9 * means[i]) + (0.1 * gradient);
                squares[i] = (0.999 * squares[i]) + (0.001 * gradient * gradient);
                expected[i] -= Rate * means[i] / (1 - Math.Pow(0.9, step)) / (Math.Sqrt(squares[i] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }

            Assert.All(expected.Zip(weights.detach().data<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        }
    }
}
