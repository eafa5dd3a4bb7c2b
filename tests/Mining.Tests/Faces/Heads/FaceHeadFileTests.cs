using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Heads;

public sealed class FaceHeadFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Manifest => _folder.PathOf("head.json");

    private string Weights => _folder.PathOf("head.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_WhatWasWritten_IsTheSameHead()
    {
        FaceHeadFile.Write(Manifest, Head(0.7));

        using var read = Assert.IsType<IdentityHead>(FaceHeadFile.Read(Manifest));

        Assert.Equal(0.7, read.Threshold, 1e-6);
        Assert.Equivalent(Head(0.7).Manifest, read.Manifest, strict: true);
        FaceHeadFile.Write(_folder.PathOf("again.json"), read);
        Assert.Equal(File.ReadAllBytes(Manifest), File.ReadAllBytes(_folder.PathOf("again.json")));
        Assert.Equal(File.ReadAllBytes(Weights), File.ReadAllBytes(_folder.PathOf("again.safetensors")));
    }

    [Fact]
    public void Read_NumbersOfAnotherHead_AreRefused()
    {
        FaceHeadFile.Write(Manifest, Head(0.7));
        FaceHeadFile.Write(_folder.PathOf("other.json"), Head(0.8));
        File.Move(_folder.PathOf("other.safetensors"), Weights, overwrite: true);

        Assert.Contains("head.safetensors does not match the manifest's SHA-256", Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(-3)]
    public void Read_ManifestCutOff_IsOneMessageThatNamesIt(int length)
    {
        FaceHeadFile.Write(Manifest, Head(0.7));
        var text = File.ReadAllText(Manifest);
        File.WriteAllText(Manifest, length < 0 ? text[..^-length] : text[..length]);

        Refused();
    }

    [Theory]
    [InlineData("\"kind\": \"triplet\"", "\"kind\": \"oracle\"")]
    [InlineData("\"kind\": \"triplet\",", "")]
    [InlineData("\"kind\": \"triplet\"", "\"kind\": null")]
    [InlineData("\"seed\": 7", "\"seed\": \"seven\"")]
    [InlineData("\"seed\": 7", "\"seed\": 7, \"seed\": 8")]
    public void Read_ManifestThatIsNone_IsOneMessageThatNamesIt(string good, string bad)
    {
        FaceHeadFile.Write(Manifest, Head(0.7));
        var text = File.ReadAllText(Manifest);
        Assert.Contains(good, text, StringComparison.Ordinal);
        File.WriteAllText(Manifest, text.Replace(good, bad, StringComparison.Ordinal));

        Refused();
    }

    [Fact]
    public void Read_NullManifest_IsOneMessageThatNamesIt()
    {
        FaceHeadFile.Write(Manifest, Head(0.7));
        File.WriteAllText(Manifest, "null");

        Refused();
    }

    [Theory]
    [InlineData("head.json")]
    [InlineData("head.safetensors")]
    public void Read_FileIsMissing_IsOneMessageThatNamesIt(string missing)
    {
        FaceHeadFile.Write(Manifest, Head(0.7));
        File.Delete(_folder.PathOf(missing));

        Refused();
    }

    [Fact]
    public void Read_ManifestOfMegabytes_IsRefused()
    {
        FaceHeadFile.Write(Manifest, Head(0.7));
        File.AppendAllText(Manifest, new string(' ', 1 << 20));

        Assert.Contains("is larger than", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FolderIsAFile_IsOneMessageThatNamesIt()
    {
        var path = Path.Combine(_folder.Write("file", "x"), "head.json");

        Assert.StartsWith($"{path}: cannot be written", Assert.Throws<MiningException>(() => FaceHeadFile.Write(path, Head(0.7))).Message, StringComparison.Ordinal);
    }

    private static IdentityHead Head(double threshold)
    {
        var state = Manifests.IdentityState(threshold);
        return new IdentityHead(Manifests.Of(IdentityHead.Name, state), state);
    }

    private string Refused()
    {
        var message = Assert.Throws<MiningException>(() => FaceHeadFile.Read(Manifest)).Message;
        Assert.StartsWith($"{Manifest}: cannot be read as a trained head", message, StringComparison.Ordinal);
        return message;
    }
}
