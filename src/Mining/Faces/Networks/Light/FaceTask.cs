namespace LiveQuality.Mining.Faces.Networks.Light;

/// <summary>What a net is asked to tell apart.</summary>
/// <param name="Name">For example <c>expression</c>.</param>
/// <param name="Classes">Names of the answers, in the order of the net's outputs.</param>
internal sealed record FaceTask(string Name, IReadOnlyList<string> Classes);
