using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Embedding;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>A face to learn from.</summary>
/// <param name="Features">What pretrained nets say of it.</param>
/// <param name="Label">What people said of it.</param>
internal sealed record TrainingFace(FaceFeatures Features, LabelledFace Label);
