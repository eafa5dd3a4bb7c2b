using System.Numerics;

namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>Five points of a face in pixels of its picture, (0, 0) the centre of the top left pixel. Left and right as seen in the picture.</summary>
/// <param name="LeftEye">Centre of the eye on the left of the picture.</param>
/// <param name="RightEye">Centre of the other.</param>
/// <param name="Nose">Tip of the nose.</param>
/// <param name="LeftMouth">Corner of the mouth on the left of the picture.</param>
/// <param name="RightMouth">The other corner.</param>
internal sealed record Landmarks(Vector2 LeftEye, Vector2 RightEye, Vector2 Nose, Vector2 LeftMouth, Vector2 RightMouth)
{
    /// <summary>The points in the order of the constructor.</summary>
    public IReadOnlyList<Vector2> Points => [LeftEye, RightEye, Nose, LeftMouth, RightMouth];

    /// <summary>The same points somewhere else.</summary>
    public Landmarks Map(Func<Vector2, Vector2> move) => new(move(LeftEye), move(RightEye), move(Nose), move(LeftMouth), move(RightMouth));
}
