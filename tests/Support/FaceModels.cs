using Xunit;

namespace LiveQuality.Tests;

/// <summary>The pretrained face models that <c>faces install</c> fetches. A test that needs them is skipped, and says so, where they are missing.</summary>
internal static class FaceModels
{
    private const string Variable = "LIVEQUALITY_FACE_MODELS";

    public static string Folder()
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(Directory.Exists(folder), $"needs the face models: {Variable} names no folder");
        return folder;
    }
}
