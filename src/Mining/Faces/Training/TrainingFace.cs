using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Embedding;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>A face to learn from.</summary>
/// <param name="Features">What pretrained nets say of it.</param>
/// <param name="Label">What people said of it.</param>
/// <param name="Source">Number of its data set, in the order that they were given in.</param>
internal sealed record TrainingFace(FaceFeatures Features, LabelledFace Label, int Source = 0);
