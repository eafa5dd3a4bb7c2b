using System.Diagnostics.CodeAnalysis;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Branched;

/// <summary>
/// Many branches that share their matrices: each scales the units of every layer in its own way, adds biases of its own and has a score of its own (rank-one adapters: Gorishniy et al., "TabM:
/// Advancing Tabular Deep Learning with Parameter-Efficient Ensembling", 2025). The scales on the way into a layer are those on the way out of the layer before, since ReLU lets positive factors through.
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it; the generator is the caller's.")]
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class BranchedNet : nn.Module<Tensor, Tensor>
{
    // How far branches start apart, in units of the hidden layer's own spread.
    private const double BiasBound = 0.5;

    // Of a coded row about one unit and a half a column is on.
    private const double UnitsOnAColumn = 1.5;

    private readonly Tensor _mix1;
    private readonly Tensor _scale1;
    private readonly Tensor _bias1;
    private readonly Tensor _mix2;
    private readonly Tensor _scale2;
    private readonly Tensor _bias2;
    private readonly Tensor _score;
    private readonly Tensor _scoreBias;
    private readonly Generator _chance;
    private readonly SeededDropout _drop;

    /// <param name="columns">Columns behind the units.</param>
    /// <param name="units">Width of a coded row.</param>
    /// <param name="options">Branches, width, dropout.</param>
    /// <param name="chance">First weights and dropout; stays the caller's, who keeps it as long as the net trains.</param>
    public BranchedNet(int columns, int units, MtbDnnOptions options, Generator chance)
        : base(nameof(BranchedNet))
    {
        var (branches, width) = (options.Branches, options.Width);
        (_chance, _drop) = (chance, new SeededDropout(options.Dropout, chance));
        var (first, hidden) = (1 / Math.Sqrt(columns * UnitsOnAColumn), 1 / Math.Sqrt(width));
        _mix1 = Uniform(first, units, width);
        _scale1 = Signs(branches, width);
        _bias1 = Uniform(BiasBound, branches, width);
        _mix2 = Uniform(hidden, width, width);
        _scale2 = torch.ones(branches, width);
        _bias2 = torch.zeros(branches, width);
        _score = Uniform(hidden, branches, width);
        _scoreBias = torch.zeros(branches);
        (string Name, Tensor Values)[] trained =
        [
            (BranchedWeights.Mix1, _mix1),
            (BranchedWeights.Scale1, _scale1),
            (BranchedWeights.Bias1, _bias1),
            (BranchedWeights.Mix2, _mix2),
            (BranchedWeights.Scale2, _scale2),
            (BranchedWeights.Bias2, _bias2),
            (BranchedWeights.Score, _score),
            (BranchedWeights.ScoreBias, _scoreBias),
        ];
        foreach (var (name, values) in trained)
        {
            // Not a Parameter: TorchSharp 0.107 counts each of those once too often, for ever.
            values.requires_grad = true;
            register_buffer(name, values);
        }

        Trained = [.. trained.Select(weights => weights.Values)];
        register_module("drop", _drop);
    }

    /// <summary>What an optimiser moves.</summary>
    public IReadOnlyList<Tensor> Trained { get; }

    /// <returns>One number a branch, [rows, branches].</returns>
    public override Tensor forward(Tensor rows) // [rows, units]
    {
        using var scope = torch.NewDisposeScope();
        var shared = rows.matmul(_mix1).unsqueeze(1);                                   // [rows, 1, width]
        var hidden = _drop.forward(shared.mul(_scale1).add_(_bias1, Adam.One).relu_());   // [rows, branches, width]
        hidden = _drop.forward(hidden.matmul(_mix2).mul(_scale2).add_(_bias2, Adam.One).relu_());
        return hidden.mul(_score).sum(2).add_(_scoreBias, Adam.One).MoveToOuterDisposeScope();
    }

    /// <summary>A copy of the weights in managed memory.</summary>
    public BranchedWeights Save()
    {
        using var scope = torch.NewDisposeScope();
        return new BranchedWeights(Copy(_mix1), Copy(_scale1), Copy(_bias1), Copy(_mix2), Copy(_scale2), Copy(_bias2), Copy(_score), Copy(_scoreBias));
    }

    private static WeightTensor Copy(Tensor parameter) => new(parameter.shape, [.. parameter.detach().data<float>()]);

    private Tensor Uniform(double bound, params long[] shape)
    {
        var parameter = torch.zeros(shape);
        using var fixedForNow = torch.no_grad();
        // Not nn.init.uniform_: TorchSharp 0.107 takes a generator there and does not use it.
        parameter.uniform_(-bound, bound, _chance);
        return parameter;
    }

    private Tensor Signs(params long[] shape)
    {
        var parameter = Uniform(1, shape);
        using var fixedForNow = torch.no_grad();
        parameter.sign_();
        return parameter;
    }
}
