using LiveQuality.Mining.Faces.Weights;

namespace LiveQuality.Mining.Tests.Faces.Weights;

/// <summary>An npm that has one tarball and remembers what it was asked for.</summary>
internal sealed class FakeNpm(byte[]? tarball) : INpm
{
    public List<string> Asked { get; } = [];

    public Task PackAsync(string spec, string folder, CancellationToken cancellationToken)
    {
        Asked.Add(spec);
        return tarball is null ? Task.CompletedTask : File.WriteAllBytesAsync(Path.Combine(folder, "some-net-1.2.3.tgz"), tarball, cancellationToken);
    }
}
