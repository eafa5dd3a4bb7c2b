using System.Globalization;
using LiveQuality.Mining;
using LiveQuality.Mining.Faces;
using LiveQuality.Worker.Progress;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Steps.Faces;

/// <summary>Looks at pictures on disk. Touches no store.</summary>
internal sealed class AnalyzeStep(IProgressView view, IOptions<FaceModelOptions> options)
{
    /// <param name="paths">Pictures, and folders of pictures.</param>
    /// <param name="cancellationToken">Stops between two pictures.</param>
    /// <exception cref="MiningException">A model or a folder is missing, or a folder is empty.</exception>
    public Task<AnalyzeReport> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken) => view.ShowAsync("faces", bar => Task.Run(
        () =>
        {
            string[] files = [.. paths.SelectMany(Files)];
            using var analyzer = new FaceAnalyzer(options.Value);
            var (items, done) = (new AnalyzedFile[files.Length], 0);
            Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, at =>
            {
                var said = analyzer.AnalyzeFile(files[at]);
                items[at] = new AnalyzedFile(files[at], said.Outcome, said.Reason, said.Quality, said.Scores, said.Embedding);
                bar.Report(new StepProgress(Interlocked.Increment(ref done), files.Length, string.Create(CultureInfo.InvariantCulture, $"{done:N0} pictures")));
            });
            return new AnalyzeReport(analyzer.Models, analyzer.ResearchOnly, items);
        },
        cancellationToken));

    private static string[] Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        try
        {
            string[] files = [.. Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)];
            return files.Length > 0 ? files : throw new MiningException($"{path}: there is no file in this folder");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MiningException($"{path}: the folder cannot be read ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }
}
