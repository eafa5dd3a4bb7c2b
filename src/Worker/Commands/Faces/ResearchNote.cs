namespace LiveQuality.Worker.Commands.Faces;

/// <summary>The mark that heads carry whose training data may be used for research only.</summary>
internal static class ResearchNote
{
    public static void Print(bool researchOnly)
    {
        if (researchOnly)
        {
            Console.Error.WriteLine("livequality: for research only: a head that took part learned from data with that limit (docs/faces.md)");
        }
    }
}
