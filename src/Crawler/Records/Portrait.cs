namespace LiveQuality.Crawler.Records;

/// <summary>A speaker's picture. Several speakers may share one.</summary>
public sealed record Portrait : IObserved
{
    /// <summary>The picture's hash in its address, with <c>v2-</c> where it has one; hosts and sizes are no part of it.</summary>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>The address as the site gave it.</summary>
    public required string Url { get; init; }

    /// <summary>What became of the face in it; null where nobody has looked, or what was seen is forgotten.</summary>
    public FaceResult? Face { get; init; }

    /// <summary>Whether somebody whose portrait it was asked to be forgotten; then it is not looked at again, whoever has it now. Null where nobody asked.</summary>
    public bool? Forgotten { get; init; }
}
