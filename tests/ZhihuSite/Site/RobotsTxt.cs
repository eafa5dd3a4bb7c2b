using System.Text;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>What <c>/robots.txt</c> answers.</summary>
/// <param name="Text">The file.</param>
/// <param name="Status">HTTP status.</param>
internal sealed record RobotsTxt(string Text, int Status = 200)
{
    public SiteAnswer Answer { get; } = new(Status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(Text));
}
