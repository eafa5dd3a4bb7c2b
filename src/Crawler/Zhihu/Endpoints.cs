using System.Globalization;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>Addresses of the API. Every one is built here, never taken from an answer, so scheme and host stay those of the base.</summary>
/// <param name="baseAddress">For example <c>https://api.zhihu.com</c>; a closing slash makes no difference.</param>
public sealed class Endpoints(Uri baseAddress)
{
    /// <summary>Lives a page of the feed, as the site's own pages asked for.</summary>
    public const int LivesPageSize = 10;

    /// <summary>Reviews a page.</summary>
    public const int ReviewsPageSize = 20;

    private readonly string _base = baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>A page of the feed, newest first.</summary>
    /// <param name="offset">Number of lives before the page.</param>
    public Uri Lives(int offset) => At($"/lives?limit={LivesPageSize}&offset={offset}");

    /// <summary>One live.</summary>
    /// <param name="liveId">Id of the live.</param>
    public Uri Live(string liveId) => At($"/lives/{Uri.EscapeDataString(liveId)}");

    /// <summary>A page of a live's reviews.</summary>
    /// <param name="liveId">Id of the live.</param>
    /// <param name="offset">Number of reviews before the page.</param>
    public Uri Reviews(string liveId, int offset) => At($"/lives/{Uri.EscapeDataString(liveId)}/reviews?limit={ReviewsPageSize}&offset={offset}");

    /// <summary>One person or organisation.</summary>
    /// <param name="memberId">32-hex member id.</param>
    public Uri Person(string memberId) => At($"/people/{Uri.EscapeDataString(memberId)}");

    private Uri At(FormattableString path) => new(_base + path.ToString(CultureInfo.InvariantCulture));
}
