using LiveQuality.Mining.Faces;
using LiveQuality.Worker.Progress;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Steps.Faces;

/// <summary>Compares the faces of two pictures. Touches no store.</summary>
internal sealed class VerifyStep(IProgressView view, IOptions<FaceModelOptions> options)
{
    /// <param name="first">Path of a picture.</param>
    /// <param name="second">Path of another.</param>
    /// <param name="cancellationToken">Stops before the nets are loaded.</param>
    public Task<FaceVerification> RunAsync(string first, string second, CancellationToken cancellationToken) => view.ShowAsync("faces", _ => Task.Run(
        () =>
        {
            using var verifier = new FaceVerifier(options.Value);
            return verifier.VerifyFiles(first, second);
        },
        cancellationToken));
}
