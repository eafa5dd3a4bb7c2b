using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>Networks of one layout side by side, each with weights of its own: a forward and a backward pass of all of them in one row of batched products.</summary>
/// <remarks>
/// The gradient is written out, because the tape of autograd costs more than the arithmetic of nets this small; a test holds it to autograd.
/// <c>bmm(...).add_</c> and not <c>baddbmm</c>, which takes its arguments in the wrong order in TorchSharp 0.107.
/// </remarks>
internal sealed class StackedNet
{
    private readonly NetLayout _layout;
    private readonly (Tensor Weights, Tensor Transposed, Tensor Biases)[] _hidden;
    private readonly (Tensor Weights, Tensor Transposed, Tensor Biases) _output;
    private readonly Tensor _bound = torch.tensor(6f);
    private readonly Tensor _share;

    /// <summary>Makes views of the weights; what is written there is seen here. Lives in the current dispose scope.</summary>
    /// <param name="layout">Where the weights stand.</param>
    /// <param name="weights">[nets, layout.Size].</param>
    public StackedNet(NetLayout layout, Tensor weights)
    {
        _layout = layout;
        _hidden = [.. layout.Hidden.Select(layer => Views(weights, layer, layer.Outputs))];
        _output = Views(weights, layout.Output, layout.Branches);
        _share = torch.tensor(1f / layout.Branches);
    }

    /// <summary>Passes a batch forward and the error back.</summary>
    /// <param name="rows">[nets, batch, columns].</param>
    /// <param name="targets">[nets, batch, 1].</param>
    /// <param name="importance">[nets, batch, 1]: what a row's squared error counts in its net's loss; 0 for padding.</param>
    /// <returns>Score minus target, [nets, batch, 1]; and the loss's gradient, [nets, layout.Size].</returns>
    public (Tensor Errors, Tensor Gradient) Pass(Tensor rows, Tensor targets, Tensor importance)
    {
        var outputs = new Tensor[_hidden.Length];
        var inputs = rows;
        for (var i = 0; i < _hidden.Length; i++)
        {
            var sums = torch.bmm(inputs, _hidden[i].Transposed).add_(_hidden[i].Biases, Adam.One).relu_();    // [nets, batch, width]
            inputs = outputs[i] = _layout.Hidden[i].IsBounded ? sums.minimum(_bound) : sums;
        }

        var total = torch.bmm(inputs, _output.Transposed).add_(_output.Biases.sum(2, keepdim: true), Adam.One); // [nets, batch, 1]
        var errors = total.mul_(_share).sub_(targets);

        // d(importance · error²)/d(total), where score = share · total; importance carries the 2.
        var slope = errors.mul(importance).mul_(_share);                                            // [nets, batch, 1]
        var pieces = new List<Tensor>
        {
            torch.bmm(slope.transpose(1, 2), inputs).flatten(1),
            slope.sum(1).expand(-1, _layout.Branches),
        };
        slope = slope.mul(_output.Weights);                                                         // [nets, batch, width]
        for (var i = _hidden.Length - 1; i >= 0; i--)
        {
            slope.mul_(outputs[i].sign());
            if (_layout.Hidden[i].IsBounded)
            {
                slope.mul_(_bound.sub(outputs[i]).sign_());
            }

            pieces.Add(torch.bmm(slope.transpose(1, 2), i == 0 ? rows : outputs[i - 1]).flatten(1));
            pieces.Add(slope.sum(1));
            if (i > 0)
            {
                slope = torch.bmm(slope, _hidden[i].Weights);                                       // [nets, batch, width below]
            }
        }

        return (errors, torch.cat(InLayoutOrder(pieces), 1));
    }

    // Made from the output down; the layout goes from the input up, weights before biases.
    private static Tensor[] InLayoutOrder(List<Tensor> pieces) => [.. pieces.Chunk(2).Reverse().SelectMany(layer => layer)];

    private static (Tensor Weights, Tensor Transposed, Tensor Biases) Views(Tensor weights, NetLayer layer, int biases)
    {
        var nets = weights.shape[0];
        var matrix = weights.narrow(1, layer.Weights, layer.Inputs * layer.Outputs).view(nets, layer.Outputs, layer.Inputs);
        return (matrix, matrix.transpose(1, 2), weights.narrow(1, layer.Biases, biases).unsqueeze(1));
    }
}
