namespace LiveQuality.ZhihuSite.Recording;

/// <summary>How many exchanges of each kind a recording holds.</summary>
internal sealed record RecordingCounts(int Pages, int ReviewPages, int People, int Portraits);
