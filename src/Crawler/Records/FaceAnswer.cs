namespace LiveQuality.Crawler.Records;

/// <summary>One of several answers about a face.</summary>
/// <param name="Answer">The likeliest.</param>
/// <param name="Confidence">Its probability, 0..1.</param>
public sealed record FaceAnswer(string Answer, double Confidence);
