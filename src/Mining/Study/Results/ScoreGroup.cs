namespace LiveQuality.Mining.Study.Results;

/// <summary>Scores of a group of lives.</summary>
/// <param name="Label">The group for people, for example a tag's name or <c>10 to 20 yuan</c>.</param>
/// <param name="Key">A plain-ASCII name where the label may be Chinese, for example <c>tag 105</c>; equals the label elsewhere.</param>
/// <param name="Lives">How many.</param>
/// <param name="Mean">Mean score.</param>
/// <param name="Sd">Standard deviation (n - 1); 0 for one live.</param>
/// <param name="LowerQuartile">25 % are at most this.</param>
/// <param name="Median">50 % are.</param>
/// <param name="UpperQuartile">75 % are.</param>
public sealed record ScoreGroup(string Label, string Key, int Lives, double Mean, double Sd, double LowerQuartile, double Median, double UpperQuartile);
