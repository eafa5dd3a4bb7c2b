namespace LiveQuality.Worker.Steps.Faces;

/// <summary>A face that somebody asks about.</summary>
/// <param name="Name">What to call the picture; of a portrait, its id.</param>
/// <param name="Bytes">The picture, from whoever; null for a portrait of the store.</param>
internal sealed record FaceSource(string Name, ReadOnlyMemory<byte>? Bytes);
