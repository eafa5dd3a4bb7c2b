using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Study;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Running;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Benchmarks;

/// <summary>
/// Fitting and predicting the first fold of the study with each regressor, beside scikit-learn and PyTorch on the same numbers in the same run. The nets are trained as the study trains them, 50 at once; a net's time is its share.
/// </summary>
internal static class RegressorComparison
{
    // The best of at least 3 and half a second, on both sides: a study fits hundreds of times, so what counts is a regressor that has run before.
    private const int Repeats = 3;
    private const int NetsAtOnce = 50;

    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(0.5);

    public static async Task RunAsync(string file)
    {
        var settings = new StudySettings(StudyEdition.A, StudyProtocol.Honest, FoldsBy.Shuffle, StudyFlaws.Of(StudyProtocol.Published), [], 18, 5, 42, 1, null);
        var table = StudyTableReader.Read(file, CancellationToken.None).WithReviews(settings.MinReviews);
        var regressors = StudyRegressors.Of(StudyEdition.A).Where(regressor => regressor.Name is not ("mean" or "median")).ToArray();
        var fold = new UnitRunner(table, settings, TimeProvider.System).Folds(FoldsBy.Shuffle)[0];
        var data = FoldData.Cut(table, fold, new Trial(regressors[0], FoldsBy.Shuffle, settings.Flaws), 24, settings.Seed);
        if (await PeersAsync(data) is not { } peers)
        {
            return;
        }

        Console.WriteLine("| regressor | fit, ms | peer's | faster | predict, ms | peer's | faster |\n|---|---:|---:|---:|---:|---:|---:|");
        foreach (var regressor in regressors)
        {
            var (fit, predict) = Measure(regressor, data);
            var peer = peers[regressor.Name];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {regressor.Name} | {fit * 1e3:0.00} | {peer[0] * 1e3:0.00} | {peer[0] / fit:0.0} | {predict * 1e3:0.00} | {peer[1] * 1e3:0.00} | {peer[1] / predict:0.0} |"));
        }
    }

    private static (double Fit, double Predict) Measure(StudyRegressor regressor, FoldData data)
    {
        var (fit, predict) = (double.PositiveInfinity, double.PositiveInfinity);
        var first = Stopwatch.GetTimestamp();
        for (var repeat = 0; repeat < Repeats || Stopwatch.GetElapsedTime(first) < AtLeast; repeat++)
        {
            var start = Stopwatch.GetTimestamp();
            var (predictor, share) = Fit(regressor, data.Training);
            fit = Math.Min(fit, Stopwatch.GetElapsedTime(start).TotalSeconds * share);
            start = Stopwatch.GetTimestamp();
            _ = predictor.Predict(data.Test);
            predict = Math.Min(predict, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return (fit, predict);
    }

    private static (IPredictor Predictor, double Share) Fit(StudyRegressor regressor, LabelledRows training)
    {
        if (regressor.Nets is not { } nets)
        {
            return (regressor.Single!().Fit(training.Features, training.Targets, null, CancellationToken.None), 1);
        }

        var trained = nets(false).Fit([.. Enumerable.Range(0, NetsAtOnce).Select(seed => new NetTraining(training, null, seed))], null, CancellationToken.None);
        return (trained[0].Predictor, 1.0 / NetsAtOnce);
    }

    // Null, after a word why, where there is no Python with the peers.
    private static async Task<Dictionary<string, double[]>?> PeersAsync(FoldData data)
    {
        var folder = Directory.CreateTempSubdirectory("livequality-compare-");
        try
        {
            var (training, test) = (Path.Combine(folder.FullName, "training.csv"), Path.Combine(folder.FullName, "test.csv"));
            await File.WriteAllLinesAsync(training, Lines(data.Training.Features, data.Training.Targets));
            await File.WriteAllLinesAsync(test, Lines(data.Test, null));
            var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "compare", "peers.py"), training, test]) { RedirectStandardOutput = true };
            start.Environment["OMP_NUM_THREADS"] = "1";
            using var python = Process.Start(start)!;
            var answer = await python.StandardOutput.ReadToEndAsync();
            await python.WaitForExitAsync();
            if (python.ExitCode == 0)
            {
                return JsonSerializer.Deserialize<Dictionary<string, double[]>>(answer);
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program; said below.
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Console.WriteLine("skipped: needs /usr/bin/python3 with scikit-learn and torch (Debian: python3-sklearn, python3-torch)");
        return null;
    }

    private static IEnumerable<string> Lines(Matrix rows, IReadOnlyList<double>? targets) => Enumerable.Range(0, rows.Rows).Select(row => string.Join(
        ',', Enumerable.Range(0, rows.Columns).Select(column => rows[row, column]).Concat(targets is null ? [] : [targets[row]]).Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
}
