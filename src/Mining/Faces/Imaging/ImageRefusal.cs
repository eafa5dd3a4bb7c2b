namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>Bytes that are not taken as a picture.</summary>
/// <param name="Reason">What kind of refusal.</param>
/// <param name="Message">One line for the person who sent them; never bytes of theirs.</param>
public sealed record ImageRefusal(ImageRefusalReason Reason, string Message);
