namespace LiveQuality.Crawler.Records;

/// <summary>What is said of the face in a portrait, or why nothing is. Never a guess: a number that is not known is null.</summary>
public sealed record FaceResult
{
    /// <summary>Nets and heads that looked, one line: other models look again.</summary>
    public required string Model { get; init; }

    /// <summary>One of <see cref="FaceOutcomes"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why no face is judged; null where one is.</summary>
    public string? Reason { get; init; }

    /// <summary>The speakers whose portrait it was when it was looked at: who asks to be forgotten may have another one by then.</summary>
    public required IReadOnlyList<string> SpeakerIds { get; init; }

    /// <summary>SHA-256 of the picture's bytes, 64 hex digits: the same bytes under another address are not looked at again. Null where nothing was downloaded.</summary>
    public string? Sha256 { get; init; }

    /// <summary>How sure the detector is, 0..1.</summary>
    public double? Confidence { get; init; }

    /// <summary>Between the centres of the eyes, pixels.</summary>
    public double? EyeDistance { get; init; }

    /// <summary>Variance of the Laplacian of the grey face, 0 or more: large where edges are sharp.</summary>
    public double? Sharpness { get; init; }

    /// <summary>Turn of the head: 0 from the front, -1 and 1 where the nose stands under an eye.</summary>
    public double? Yaw { get; init; }

    /// <summary>Attractiveness to raters like those of the training data, 1..5.</summary>
    public FaceEstimate? Attractiveness { get; init; }

    /// <summary>Apparent age, years.</summary>
    public FaceEstimate? Age { get; init; }

    /// <summary>Apparent gender.</summary>
    public FaceAnswer? Gender { get; init; }

    /// <summary>Apparent race, in the classes of the training data.</summary>
    public FaceAnswer? Race { get; init; }

    /// <summary>Facial expression.</summary>
    public FaceAnswer? Expression { get; init; }

    /// <summary>Share of happiness among the expressions, 0..1, whichever of them is likeliest.</summary>
    public double? Happiness { get; init; }

    /// <summary>The face as numbers, of length 1: the smaller the distance of two the likelier they are one person's.</summary>
    public IReadOnlyList<float>? Embedding { get; init; }
}
