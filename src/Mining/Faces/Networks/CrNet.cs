using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// CRNet: a ResNet-18 that says a score and, beside it, the score's bin (Xu et al., "CRNet: Classification and Regression Neural Network for Facial Beauty
/// Prediction", 2018). Trained as published: SGD, rate .001 (a tenth every 20 epochs), momentum .9, weight decay 1e-4, batches of 16, 30 epochs, from weights
/// of ImageNet. 11,472,454 parameters.
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class CrNet : nn.Module<Tensor, (Tensor Scores, Tensor Bins)>
{
    private readonly CrNetHead _regressor;
    private readonly CrNetHead _classifier;

    /// <param name="chance">Draws the first weights and what is dropped; stays the caller's, who keeps it as long as the net trains.</param>
    public CrNet(Generator chance)
        : base(nameof(CrNet))
    {
        _regressor = new CrNetHead(1, chance);
        _classifier = new CrNetHead(ScoreBins.Count, chance);
        register_module("backbone", Backbone);
        register_module("regressor", _regressor);
        register_module("classifier", _classifier);
        FirstWeights.Draw(this, chance);
    }

    /// <summary>What a pretrained state is loaded into.</summary>
    public ResNet18 Backbone { get; } = new();

    /// <returns>Scores, [rows, 1]; logits of their bins, [rows, 5].</returns>
    public override (Tensor Scores, Tensor Bins) forward(Tensor pictures) // [rows, 3, 224, 224]
    {
        using var features = Backbone.call(pictures);                                   // [rows, 512]
        return (_regressor.call(features), _classifier.call(features));                 // [rows, 1], [rows, 5]
    }
}
