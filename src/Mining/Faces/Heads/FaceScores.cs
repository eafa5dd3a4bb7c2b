namespace LiveQuality.Mining.Faces.Heads;

/// <summary>What heads say of a face; null is what nobody was asked.</summary>
public sealed record FaceScores
{
    /// <summary>How attractive raters like those of the training data would find it, 1..5, with the standard deviation of the mean of 60 raters about it.</summary>
    public Estimate? Attractiveness { get; init; }

    /// <summary>Apparent age, years.</summary>
    public Estimate? Age { get; init; }

    /// <summary>Apparent gender.</summary>
    public ClassShares? Gender { get; init; }

    /// <summary>Apparent race, in the classes of the training data.</summary>
    public ClassShares? Race { get; init; }

    /// <summary>Facial expression.</summary>
    public ClassShares? Expression { get; init; }

    /// <summary>Both together; what both say is taken from the other.</summary>
    public FaceScores With(FaceScores other) => new()
    {
        Attractiveness = other.Attractiveness ?? Attractiveness,
        Age = other.Age ?? Age,
        Gender = other.Gender ?? Gender,
        Race = other.Race ?? Race,
        Expression = other.Expression ?? Expression,
    };
}
