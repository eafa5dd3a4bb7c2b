using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Http.Api;

/// <summary>A speaker and their lives.</summary>
/// <param name="Speaker">The record; null where only lives name them.</param>
/// <param name="Lives">Their lives, the latest first.</param>
/// <param name="Face">What was said of the portrait, without the embedding; null where nothing was, or may be shown.</param>
internal sealed record SpeakerDocument(Speaker? Speaker, IReadOnlyList<ScoredLive> Lives, FaceResult? Face);
