using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>First weights from a generator of one's own; TorchSharp's layers draw from the one that all threads share.</summary>
internal static class FirstWeights
{
    /// <summary>Draws weights and biases of every convolution and linear layer from U(-1/√inputs, 1/√inputs), which is what PyTorch starts from.</summary>
    /// <param name="net">Any net; its batch normalisations start at 1 and 0 and stay so.</param>
    /// <param name="chance">The same seed gives the same weights to the bit.</param>
    public static void Draw(nn.Module net, Generator chance)
    {
        using var fixedForNow = torch.no_grad();
        foreach (var layer in net.modules())
        {
            switch (layer)
            {
                case Conv2d convolution:
                    Draw(convolution.weight, convolution.bias, chance);
                    break;
                case Linear linear:
                    Draw(linear.weight, linear.bias, chance);
                    break;
            }
        }
    }

    private static void Draw(Parameter weight, Parameter? bias, Generator chance)
    {
        var inputs = weight.numel() / weight.shape[0];
        var bound = 1 / Math.Sqrt(inputs);
        weight.uniform_(-bound, bound, chance);
        bias?.uniform_(-bound, bound, chance);
    }
}
