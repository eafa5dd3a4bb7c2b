using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// HMT-Net: gender, race and attractiveness from one trunk like VGG-M, each where the maps are deep enough for it (Xu et al., "Hierarchical Multi-Task
/// Network For Race, Gender and Facial Attractiveness Recognition", 2019, and the authors' code). Every layer is a convolution. 101,779,533 parameters with
/// <see cref="FeatureFusion.Average"/>, 255,141,965 with <see cref="FeatureFusion.Concatenation"/>.
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class HmtNet : nn.Module<Tensor, (Tensor Gender, Tensor Race, Tensor Attractiveness)>
{
    /// <summary>Width and height of a picture, in pixels.</summary>
    public const int Side = 224;

    private const int Fused = 3;
    private const int Channels = 512;
    private const int Wide = 4096;

    private readonly FeatureFusion _fusion;
    private readonly HmtLayer[] _layers;
    private readonly Conv2d _score;
    private readonly HmtBranch _gender;
    private readonly HmtBranch _race;

    /// <param name="fusion">How maps are joined, at both places where the paper joins them.</param>
    /// <param name="chance">Draws the first weights; stays the caller's.</param>
    public HmtNet(FeatureFusion fusion, Generator chance)
        : base(nameof(HmtNet))
    {
        var times = fusion == FeatureFusion.Average ? 1 : Fused;
        _fusion = fusion;
        _layers =
        [
            new HmtLayer(3, 96, kernel: 7, stride: 2),
            new HmtLayer(96, 256, kernel: 5, stride: 2, padding: 1),
            new HmtLayer(256, Channels, kernel: 3, padding: 1),
            new HmtLayer(Channels, Channels, kernel: 3, padding: 1),
            new HmtLayer(Channels, Channels, kernel: 3, padding: 1),
            new HmtLayer(times * Channels, Wide, kernel: 6, scaled: false),
            new HmtLayer(Wide, Wide, kernel: 1),
        ];
        _score = nn.Conv2d(times * Wide, 1, 1);
        _gender = new HmtBranch(Channels);
        _race = new HmtBranch(times * Channels);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            register_module($"layer{layer + 1}", _layers[layer]);
        }

        register_module("layer8", _score);
        register_module("gender", _gender);
        register_module("race", _race);
        FirstWeights.Draw(this, chance);
    }

    /// <returns>Logits of gender and of race, [rows, 2] each; attractiveness, [rows]; of a picture above 224 the mean over its places.</returns>
    public override (Tensor Gender, Tensor Race, Tensor Attractiveness) forward(Tensor pictures) // [rows, 3, 224, 224]
    {
        using var scope = torch.NewDisposeScope();
        var maps = _layers[0].call(pictures).Rectified;                                     // [rows, 96, 109, 109]
        maps = nn.functional.max_pool2d(maps, 3, 2);                                        // [rows, 96, 54, 54]
        maps = _layers[1].call(maps).Rectified;                                             // [rows, 256, 26, 26]
        maps = nn.functional.max_pool2d(maps, 3, 2, ceil_mode: true);                       // [rows, 256, 13, 13]
        var third = _layers[2].call(maps);                                                  // [rows, 512, 13, 13]
        var fourth = _layers[3].call(third.Rectified);                                      // [rows, 512, 13, 13]
        var fifth = _layers[4].call(fourth.Rectified);                                      // [rows, 512, 13, 13]
        var fused = Fuse(third.Convolved, third.Rectified, fifth.Rectified);                // [rows, 512 or 1536, 13, 13]
        var pooled = nn.functional.max_pool2d(fused, 3, 2);                                 // [rows, 512 or 1536, 6, 6]
        var sixth = _layers[5].call(pooled);                                                // [rows, 4096, 1, 1]
        var seventh = _layers[6].call(sixth.Rectified);                                     // [rows, 4096, 1, 1]
        var wide = Fuse(sixth.Convolved, seventh.Convolved, seventh.Rectified);             // [rows, 4096 or 12288, 1, 1]
        var score = _score.call(wide).mean([1, 2, 3]);                                      // [rows]
        // Gender from the fourth convolution, as the paper has it; the authors' code reads the third.
        var (gender, race) = (_gender.call(fourth.Rectified), _race.call(fused));           // [rows, 2] each
        return (gender.MoveToOuterDisposeScope(), race.MoveToOuterDisposeScope(), score.MoveToOuterDisposeScope());
    }

    private Tensor Fuse(Tensor one, Tensor two, Tensor three) => _fusion == FeatureFusion.Average
        ? one.add(two, Held.One).add(three, Held.One).mul(Held.Third)
        : torch.cat([one, two, three], 1);
}
