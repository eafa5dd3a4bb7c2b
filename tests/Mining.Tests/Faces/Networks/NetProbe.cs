using LiveQuality.Mining.Faces.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Tests.Faces.Networks;

/// <summary>What tests ask of any net.</summary>
internal static class NetProbe
{
    public static long Parameters(nn.Module net) => net.parameters().Sum(parameter => parameter.numel());

    /// <summary>Runs a net once, without learning, and says what shape each layer's output had.</summary>
    public static IReadOnlyDictionary<string, long[]> Shapes(nn.Module net, Action run)
    {
        var shapes = new Dictionary<string, long[]>(StringComparer.Ordinal);
        var hooks = net.named_modules()
            .Where(named => named.module is nn.Module<Tensor, Tensor>)
            .Select(named => ((nn.Module<Tensor, Tensor>)named.module).register_forward_hook((_, _, output) =>
            {
                shapes[named.name] = output.shape;
                return output;
            })).ToList();
        net.eval();
        using (torch.no_grad())
        using (torch.NewDisposeScope())
        {
            run();
        }

        hooks.ForEach(hook => hook.remove());
        return shapes;
    }

    /// <summary>Three real steps on one batch.</summary>
    /// <returns>The loss before each step and after the last.</returns>
    public static double[] ThreeSteps(nn.Module net, double learningRate, Func<Tensor> loss)
    {
        net.train();
        using var sgd = new MomentumSgd(net.parameters(), learningRate);
        return [Step(), Step(), Step(), Loss()];

        double Step()
        {
            using var scope = torch.NewDisposeScope();
            sgd.ZeroGradients();
            var value = loss();
            value.backward();
            sgd.Step();
            return value.item<float>();
        }

        double Loss()
        {
            using var scope = torch.NewDisposeScope();
            using var fixedForNow = torch.no_grad();
            return loss().item<float>();
        }
    }

    public static Tensor Pictures(long rows, long side, Generator chance) => torch.randn([rows, 3, side, side], generator: chance);
}
