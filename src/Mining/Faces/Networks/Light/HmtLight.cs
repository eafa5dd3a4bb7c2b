using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks.Light;

/// <summary>HMT-Net over what pretrained nets say of a face: a shared layer, a branch each for gender and race, and attractiveness, which reads all three branches fused, as in the paper.</summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class HmtLight : nn.Module<Tensor, (Tensor Gender, Tensor Race, Tensor Attractiveness)>
{
    /// <summary>Genders it tells apart, and races.</summary>
    public const int Classes = 2;

    // Four times narrower than it could be: Pearson falls by .002 on faces kept out, the file from 29 MB to 6.
    private const int Shared = 128;
    private const int Branch = 64;

    private readonly FeatureFusion _fusion;
    private readonly nn.Module<Tensor, Tensor> _shared;
    private readonly nn.Module<Tensor, Tensor>[] _branches;
    private readonly nn.Module<Tensor, Tensor> _gender;
    private readonly nn.Module<Tensor, Tensor> _race;
    private readonly TorchSharp.Modules.Linear _attractiveness;

    /// <param name="columns">Numbers a face.</param>
    /// <param name="fusion">How the branches are joined.</param>
    /// <param name="chance">Draws the first weights and what is dropped; stays the caller's, who keeps it as long as the net trains.</param>
    public HmtLight(int columns, FeatureFusion fusion, Generator chance)
        : base(nameof(HmtLight))
    {
        _fusion = fusion;
        _shared = FeatureBody.Of(columns, Shared, chance);
        _branches = [.. Enumerable.Range(0, 3).Select(_ => nn.Sequential(("linear", nn.Linear(Shared, Branch)), ("relu", nn.ReLU())))];
        (_gender, _race) = (nn.Linear(Branch, Classes), nn.Linear(Branch, Classes));
        _attractiveness = nn.Linear(fusion == FeatureFusion.Average ? Branch : Branch * _branches.Length, 1);
        register_module("shared", _shared);
        for (var branch = 0; branch < _branches.Length; branch++)
        {
            register_module($"branch{branch}", _branches[branch]);
        }

        register_module("gender", _gender);
        register_module("race", _race);
        register_module("attractiveness", _attractiveness);
        FirstWeights.Draw(this, chance);
        using var fixedForNow = torch.no_grad();
        using Scalar middle = ScoreBins.Middle;
        _attractiveness.bias!.fill_(middle);
    }

    /// <returns>Logits, [rows, 2] and [rows, 2]; scores, [rows].</returns>
    public override (Tensor Gender, Tensor Race, Tensor Attractiveness) forward(Tensor features) // [rows, columns]
    {
        using var scope = torch.NewDisposeScope();
        var shared = _shared.call(features);                                            // [rows, 128]
        Tensor[] branches = [.. _branches.Select(branch => branch.call(shared))];       // [rows, 64] each
        var fused = _fusion == FeatureFusion.Average ? torch.stack(branches).mean([0L]) : torch.cat(branches, 1);
        var (gender, race) = (_gender.call(branches[0]), _race.call(branches[1]));
        var score = _attractiveness.call(fused).squeeze(1);                             // [rows]
        return (gender.MoveToOuterDisposeScope(), race.MoveToOuterDisposeScope(), score.MoveToOuterDisposeScope());
    }
}
