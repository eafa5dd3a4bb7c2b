using System.ComponentModel.DataAnnotations;
using LiveQuality.Mining.Faces.Weights;
using Microsoft.Extensions.Options;

namespace LiveQuality.Mining.Faces;

/// <summary>Which pretrained nets are used and where they are. Bound from <c>Faces:Models</c>.</summary>
public sealed class FaceModelOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Faces:Models";

    /// <summary>dlib and faceres, whose licences are clean.</summary>
    public const string Clean = "clean";

    /// <summary>Those and fr_feature, which tells people apart better, but of whose training nobody says anything.</summary>
    public const string Fr = "fr";

    /// <summary>The folder that <c>faces install</c> fills.</summary>
    /// <value>The default is <c>livequality/face-models</c> in the user's local application data.</value>
    [Required]
    public string Folder { get; set; } = FaceModelFiles.DefaultFolder;

    /// <summary>The stack of nets: <c>clean</c> or <c>fr</c>.</summary>
    /// <value>The default is <c>clean</c>.</value>
    [AllowedValues(Clean, Fr)]
    public string Embedding { get; set; } = Clean;
}

[OptionsValidator]
internal sealed partial class FaceModelOptionsRanges : IValidateOptions<FaceModelOptions>;
