using System.Runtime.ExceptionServices;
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
    /// <exception cref="MiningException">A picture is damaged in the archive, or the cache cannot be written to.</exception>
    public FaceReading[] Read(FaceArchive archive, IReadOnlyList<string> files, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var (readings, done) = (new FaceReading[files.Count], 0);
        try
        {
            Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, ReadOne);
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is MiningException first)
        {
            // One is enough: people read one line.
            ExceptionDispatchInfo.Throw(first);
        }

        return readings;

        void ReadOne(int file)
        {
            readings[file] = cache.Get(archive.ReadImage(files[file]), bytes => reader.Read(bytes, mayBeChip: true));
            if (Interlocked.Increment(ref done) is var count && (count % Step == 0 || count == files.Count))
            {
                progress?.Report(new FitProgress(count, files.Count, 0));
            }
        }
    }
}
