using LiveQuality.Crawler.Records;

namespace LiveQuality.Mining.Features;

/// <summary>Columns of the face in the speaker's portrait. A portrait without a face that can be judged is a value of its own: 0 in the first column, unknown in the others, where models see the median.</summary>
/// <remarks>The embedding is none of them: it says who somebody is, and a model would learn speakers by heart. Nor is race.</remarks>
public static class PortraitFeatures
{
    private const string Male = "male";

    private static readonly (string Name, Func<FaceResult, double?> Read)[] Numbers =
    [
        ("portrait_attractiveness", face => face.Attractiveness?.Mean),
        ("portrait_age", face => face.Age?.Mean),
        ("portrait_male", face => face.Gender is { } gender ? gender.Answer == Male ? gender.Confidence : 1 - gender.Confidence : null),
        ("portrait_smile", face => face.Happiness),
        ("portrait_sharpness", face => face.Sharpness),
        ("portrait_eye_distance", face => face.EyeDistance),
        ("portrait_yaw", face => face.Yaw is { } yaw ? Math.Abs(yaw) : null),
    ];

    /// <summary>The column that says whether a face was judged: 1 or 0.</summary>
    public const string HasFace = "portrait_face";

    /// <summary>All columns: <see cref="HasFace"/>, attractiveness (1..5), age (years), probability of male, share of happiness, sharpness, distance between the eyes (pixels), turn of the head (0 or more).</summary>
    public static IReadOnlyList<string> All { get; } = [HasFace, .. Numbers.Select(column => column.Name)];

    /// <summary>Reads all columns.</summary>
    /// <param name="face">What is said of the portrait; null where nothing is.</param>
    /// <returns>One value a column of <see cref="All"/>, in that order.</returns>
    internal static double?[] Read(FaceResult? face) => face is { Outcome: FaceOutcomes.Face }
        ? [1, .. Numbers.Select(column => column.Read(face))]
        : [0, .. Numbers.Select(_ => (double?)null)];
}
