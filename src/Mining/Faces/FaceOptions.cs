namespace LiveQuality.Mining.Faces;

/// <summary>Whether speakers' portraits are looked at. Bound from <c>Faces</c>.</summary>
public sealed class FaceOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Faces";

    /// <summary>Whether jobs and <c>run</c> fetch and score portraits and give models what they found. It infers sensitive things about people who did not ask for it: look at the law and at docs/faces.md first.</summary>
    /// <value>The default is false: nothing of it is loaded.</value>
    public bool Enabled { get; set; }
}
