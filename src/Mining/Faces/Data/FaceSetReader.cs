using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Data;

/// <summary>Reads the pictures of an archive, on all cores and through the cache.</summary>
/// <param name="reader">Reads one.</param>
/// <param name="cache">Keeps what was read.</param>
internal sealed class FaceSetReader(FaceReader reader, FeatureCache cache)
{
    // Often enough for a bar.
    private const int Step = 25;

    /// <param name="archive">The archive.</param>
    /// <param name="files">Names of pictures in it.</param>
    /// <param name="progress">Hears how many are done.</param>
    /// <param name="cancellationToken">Ends it; what was read is kept.</param>
    /// <returns>One reading a name, in their order.</returns>
    /// <exception cref="MiningException">A picture is too large or damaged in the archive.</exception>
    public FaceReading[] Read(FaceArchive archive, IReadOnlyList<string> files, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var (readings, done) = (new FaceReading[files.Count], 0);
        try
        {
            Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, file =>
            {
                readings[file] = cache.Get(archive.ReadImage(files[file]), bytes => reader.Read(bytes, mayBeChip: true));
                if (Interlocked.Increment(ref done) is var count && (count % Step == 0 || count == files.Count))
                {
                    progress?.Report(new FitProgress(count, files.Count, 0));
                }
            });
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<MiningException>().FirstOrDefault() is { } cause)
        {
            // Cores fail together; a person gets one line.
            throw new MiningException(cause.Message, e);
        }

        return readings;
    }
}
