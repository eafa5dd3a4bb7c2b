namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Names of what heads are asked.</summary>
internal static class FaceTasks
{
    public const string Attractiveness = "attractiveness";
    public const string Expression = "expression";
    public const string Age = "age";
    public const string Gender = "gender";
    public const string Race = "race";
    public const string Verification = "verification";
}
