using LiveQuality.Mining.Models.Nets;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks.Light;

/// <summary>The layer that nets over features share.</summary>
internal static class FeatureBody
{
    // Of thousands of columns that say much the same.
    private const double DroppedColumns = 0.2;
    // Of .15, .3 and .5 the best for HMT-Net on the faces of SCUT-FBP5500's training part that each net had not seen.
    private const double DroppedUnits = 0.3;

    /// <param name="columns">Numbers a face.</param>
    /// <param name="width">Units.</param>
    /// <param name="chance">Says what is dropped.</param>
    /// <returns>[rows, columns] to [rows, width].</returns>
    public static nn.Module<Tensor, Tensor> Of(int columns, int width, Generator chance) => nn.Sequential(
        ("thin", new SeededDropout(DroppedColumns, chance)),
        ("linear", nn.Linear(columns, width)),
        ("relu", nn.ReLU()),
        ("drop", new SeededDropout(DroppedUnits, chance)));
}
