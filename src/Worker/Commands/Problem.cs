namespace LiveQuality.Worker.Commands;

/// <summary>A step that ended, but not well: what it got is stored, and it is a failure all the same.</summary>
internal static class Problem
{
    /// <param name="problem">One line; null where all went well.</param>
    /// <returns>The exit code.</returns>
    public static int Report(string? problem)
    {
        if (problem is null)
        {
            return ExitCode.Done;
        }

        Console.Error.WriteLine($"livequality: {problem.ReplaceLineEndings(" ")}");
        return ExitCode.Failed;
    }
}
