namespace LiveQuality.Mining.Faces.Weights;

/// <summary>The one thing that is wanted of npm.</summary>
internal interface INpm
{
    /// <summary>Puts the tarball of one package, without those that it depends on, into a folder.</summary>
    /// <param name="spec">Name and version: <c>name@1.2.3</c>.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="cancellationToken">Ends npm.</param>
    /// <exception cref="MiningException">npm is not there, or could not; the message is one line.</exception>
    Task PackAsync(string spec, string folder, CancellationToken cancellationToken);
}
