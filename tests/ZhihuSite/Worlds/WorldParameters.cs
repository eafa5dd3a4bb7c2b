using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>
/// What the invented world has in common with the real one: margins, correlations and habits, all of them sums over many rows
/// (the fit merges values that fewer than five rows share and rounds the others), so that no row can be read back.
/// </summary>
/// <param name="Rows">Number of rows behind the numbers.</param>
/// <param name="SpeakerShare">Speakers a live.</param>
/// <param name="LivesPerSpeaker">Share of speakers with 1, 2, 3 … lives.</param>
/// <param name="Columns">The margins, in the order of the matrices.</param>
/// <param name="Between">Covariance of the normal scores that a speaker's lives share.</param>
/// <param name="Within">Covariance of the normal scores inside a speaker's lives; with <paramref name="Between"/> its diagonal adds up to 1.</param>
/// <param name="Score">What the score goes with.</param>
/// <param name="Periods">What depends on the time of announcement.</param>
/// <param name="CreatedHours">Share of lives announced in each hour, China's time.</param>
/// <param name="StartHours">Share of lives that start in each hour, China's time.</param>
/// <param name="StartMinutes">Share of lives that start in each sixth of an hour.</param>
/// <param name="Weekdays">Share of lives that start on each weekday, Sunday first.</param>
/// <param name="Tags">Ids and names of the topics.</param>
internal sealed record WorldParameters(
    int Rows,
    double SpeakerShare,
    IReadOnlyList<double> LivesPerSpeaker,
    IReadOnlyList<Marginal> Columns,
    double[][] Between,
    double[][] Within,
    ScoreModel Score,
    IReadOnlyList<WorldPeriod> Periods,
    IReadOnlyList<double> CreatedHours,
    IReadOnlyList<double> StartHours,
    IReadOnlyList<double> StartMinutes,
    IReadOnlyList<double> Weekdays,
    IReadOnlyList<WorldTag> Tags)
{
    /// <summary>The parameters that are committed beside this file.</summary>
    public static WorldParameters Committed { get; } = Load();

    /// <summary>A column's place in <see cref="Columns"/> and in the matrices.</summary>
    public int IndexOf(string column)
    {
        for (var at = 0; at < Columns.Count; at++)
        {
            if (Columns[at].Name == column)
            {
                return at;
            }
        }

        throw new ArgumentException($"there is no column {column}", nameof(column));
    }

    private static WorldParameters Load()
    {
        using var stream = typeof(WorldParameters).Assembly.GetManifestResourceStream("parameters.json")
            ?? throw new InvalidOperationException("parameters.json is not built into the assembly");
        return JsonSerializer.Deserialize(stream, WorldParametersJson.Default.WorldParameters)
            ?? throw new InvalidOperationException("parameters.json holds nothing");
    }
}

/// <param name="Id">101..305.</param>
/// <param name="Name">As the site shows it.</param>
internal sealed record WorldTag(int Id, string Name);

/// <param name="From">The shares hold from this time up to the next period's, unix seconds.</param>
/// <param name="ByAdmin">Share of lives that the site set up.</param>
/// <param name="Refundable">Share of lives whose tickets can be given back.</param>
internal sealed record WorldPeriod(long From, double ByAdmin, double Refundable);

/// <summary>The score's normal score as a regression on the columns' normal scores.</summary>
/// <param name="Constant">The regression's constant.</param>
/// <param name="Coefficients">One a column.</param>
/// <param name="SharedDeviation">Standard deviation of what a speaker's lives share beyond the columns.</param>
/// <param name="OwnDeviation">Standard deviation of the rest.</param>
/// <param name="Margins">Margins by number of reviews.</param>
internal sealed record ScoreModel(
    double Constant, IReadOnlyList<double> Coefficients, double SharedDeviation, double OwnDeviation, IReadOnlyList<ScoreMarginal> Margins);

/// <param name="FromReviews">The margin holds from this number of reviews up to the next one's.</param>
/// <param name="Margin">Scores.</param>
internal sealed record ScoreMarginal(int FromReviews, Marginal Margin);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorldParameters))]
internal sealed partial class WorldParametersJson : JsonSerializerContext;
