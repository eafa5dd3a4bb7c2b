namespace LiveQuality.Crawler.Tests.Mutations;

/// <summary>A parser, what it is fed, and what it may cost.</summary>
/// <param name="Name">Names the target's cases and files.</param>
/// <param name="Format">What the mutator knows of the format.</param>
/// <param name="Corpus">Sound inputs.</param>
/// <param name="Parse">Takes one input; throws on whatever the parser does not promise.</param>
/// <param name="MostBytes">Bytes that an input of that length may allocate.</param>
internal sealed record MutationTarget(
    string Name, Format Format, IReadOnlyList<byte[]> Corpus, Action<ReadOnlyMemory<byte>> Parse, Func<int, long> MostBytes);
