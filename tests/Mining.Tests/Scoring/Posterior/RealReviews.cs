using System.Text.Json;
using LiveQuality.Tests;

namespace LiveQuality.Mining.Tests.Scoring.Posterior;

/// <summary>Single reviews as the site gave them.</summary>
internal static class RealReviews
{
    /// <summary>The ratings of each live, oldest first.</summary>
    public static IReadOnlyList<int>[] Read() =>
        [.. Directory.GetFiles(RealData.Path("zhihu-api/reviews"), "*.jsonl").Order(StringComparer.Ordinal).Select(file => (IReadOnlyList<int>)
            [.. File.ReadLines(file).Where(line => line.Length > 0).Select(Parse).OrderBy(review => review.At).Select(review => review.Rating)])];

    private static (long At, int Rating) Parse(string line)
    {
        using var review = JsonDocument.Parse(line);
        return (review.RootElement.GetProperty("created_at").GetInt64(), review.RootElement.GetProperty("score").GetInt32());
    }
}
