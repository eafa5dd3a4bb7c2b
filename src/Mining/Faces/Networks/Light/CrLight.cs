using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks.Light;

/// <summary>CRNet over what pretrained nets say of a face: one hidden layer as wide as ResNet-18's output stands where the backbone was, the two heads are the paper's.</summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class CrLight : nn.Module<Tensor, (Tensor Scores, Tensor Bins)>
{
    private readonly nn.Module<Tensor, Tensor> _body;
    private readonly CrNetHead _regressor;
    private readonly CrNetHead _classifier;

    /// <param name="columns">Numbers a face.</param>
    /// <param name="chance">Draws the first weights and what is dropped; stays the caller's, who keeps it as long as the net trains.</param>
    public CrLight(int columns, Generator chance)
        : base(nameof(CrLight))
    {
        _body = FeatureBody.Of(columns, ResNet18.Width, chance);
        _regressor = new CrNetHead(1, chance);
        _classifier = new CrNetHead(ScoreBins.Count, chance);
        register_module("body", _body);
        register_module("regressor", _regressor);
        register_module("classifier", _classifier);
        FirstWeights.Draw(this, chance);
        _regressor.BeginAt(ScoreBins.Middle);
    }

    /// <returns>Scores, [rows, 1]; logits of their bins, [rows, 5].</returns>
    public override (Tensor Scores, Tensor Bins) forward(Tensor features) // [rows, columns]
    {
        using var hidden = _body.call(features); // [rows, 512]
        return (_regressor.call(hidden), _classifier.call(hidden));
    }
}
