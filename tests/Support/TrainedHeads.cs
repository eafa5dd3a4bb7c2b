using Xunit;

namespace LiveQuality.Tests;

/// <summary>The trained heads that come with the program, beside it. A test that needs them is skipped, and says so, where they are missing.</summary>
internal static class TrainedHeads
{
    private static readonly string[] Kinds = ["hmt-net", "tree-cnn", "triplet"];

    /// <param name="stack">Name of the stack of nets that they stand on.</param>
    public static void Require(string stack = "clean")
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "face-heads", stack);
        Assert.SkipUnless(Kinds.All(kind => File.Exists(Path.Combine(folder, $"{kind}.json"))), $"needs the trained heads: {folder} lacks {string.Join(", ", Kinds)}");
    }
}
