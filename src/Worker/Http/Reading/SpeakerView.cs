using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>What the page of one speaker shows.</summary>
/// <param name="Speaker">The record; null where only lives name them.</param>
/// <param name="Lives">Their lives, the latest first.</param>
/// <param name="Face">What was said of the portrait; null where nothing was, or may be shown.</param>
internal sealed record SpeakerView(Speaker? Speaker, IReadOnlyList<BoardRow> Lives, FaceResult? Face);
