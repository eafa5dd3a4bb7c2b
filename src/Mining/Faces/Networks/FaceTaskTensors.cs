using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>One tensor for each task of TreeCNN: what it says of a batch, or the labels.</summary>
/// <param name="Expression">Logits, [rows, 7]; or labels, whole numbers, [rows].</param>
/// <param name="Age">Logits, [rows, 5]; or labels of age groups, [rows].</param>
/// <param name="Gender">Logits, [rows, 3] (male, female, unsure); or labels, [rows].</param>
/// <param name="Race">Logits, [rows, 3]; or labels, [rows].</param>
internal sealed record FaceTaskTensors(Tensor Expression, Tensor Age, Tensor Gender, Tensor Race);
