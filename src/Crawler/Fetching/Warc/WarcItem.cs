namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>What reading an archive gives: a record or a problem, never both.</summary>
internal readonly record struct WarcItem(WarcRecord? Record, WarcProblem? Problem);
