namespace LiveQuality.Crawler.Records;

/// <summary>A topic that the site files lives under.</summary>
/// <param name="Id">101..109, 201..203 or 301..305 so far.</param>
/// <param name="Name">Full name, for example 音乐、影视和游戏.</param>
public sealed record Tag(int Id, string Name);
