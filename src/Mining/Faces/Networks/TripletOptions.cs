namespace LiveQuality.Mining.Faces.Networks;

/// <summary>How a <see cref="TripletProjection"/> is trained.</summary>
internal sealed record TripletOptions
{
    /// <summary>Width of an embedding, from 1 to the width of the features. The default is 128, FaceNet's.</summary>
    public int Width { get; init; } = 128;

    /// <summary>α, above 0, in squared distance. The default is .2, FaceNet's.</summary>
    public double Margin { get; init; } = 0.2;

    /// <summary>Adam's step size, above 0. The default is .001.</summary>
    public double LearningRate { get; init; } = 0.001;

    /// <summary>Passes over the people, 0 or more. The default is 20.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>People in a batch, 2 or more. The default is 45.</summary>
    public int People { get; init; } = 45;

    /// <summary>Faces of one person in a batch at most, 2 or more. The default is 40, FaceNet's "around 40".</summary>
    public int Faces { get; init; } = 40;
}
