namespace LiveQuality.Worker.Steps.Scores;

/// <summary>What is wrong with a question about lives.</summary>
/// <param name="Parameter">The parameter, as <see cref="LiveQueryParser"/> names it.</param>
/// <param name="What">What was given, and what is right.</param>
internal readonly record struct QueryProblem(string Parameter, string What)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{Parameter}: {What}";
}
