using Xunit;

namespace LiveQuality.Tests;

/// <summary>The pretrained face models, where <c>LIVEQUALITY_FACE_MODELS</c> says that <c>faces install</c> put them. A test that needs them is skipped, and says so, without.</summary>
internal static class FaceModels
{
    public static string Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("LIVEQUALITY_FACE_MODELS");
            Assert.SkipUnless(Directory.Exists(folder), "needs the pretrained face models: LIVEQUALITY_FACE_MODELS names no folder");
            return folder!;
        }
    }
}
