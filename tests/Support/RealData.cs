using Xunit;

namespace LiveQuality.Tests;

/// <summary>The real records in <c>../shared/data</c> beside the checkout. They are never committed; a test that needs them is skipped, and says so, where they are missing.</summary>
internal static class RealData
{
    public static string RepositoryRoot { get; } = FindRoot();

    public static string Path(string relative)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot, "..", "shared", "data", relative));
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"needs the real records: {path} is missing");
        return path;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "LiveQuality.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside a checkout of LiveQuality");
    }
}
