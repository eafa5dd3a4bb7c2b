using LiveQuality.Crawler.Importing;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Study.Analysis;
using LiveQuality.Mining.Study.Reporting;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Running;
using LiveQuality.Mining.Study.Tables;
using MathNet.Numerics;
using Microsoft.ML;
using TorchSharp;

namespace LiveQuality.Mining.Study;

/// <summary>Reruns the study: reads the table, tries every regressor, asks what the flaws are worth, and writes it all down.</summary>
/// <param name="time">For durations and the date of the report.</param>
public sealed class StudyRunner(TimeProvider time)
{
    /// <summary>The report for reading in a browser.</summary>
    public const string HtmlFile = "report.html";

    /// <summary>The same as text.</summary>
    public const string MarkdownFile = "report.md";

    /// <summary>Finished work, for <c>resume</c>.</summary>
    public const string OutcomesFile = "outcomes.jsonl";

    /// <summary>How <c>mtb-dnn</c> is trained, but for its seed.</summary>
    internal MtbDnnOptions MtbDnnOptions { get; init; } = new();

    /// <summary>The regressors that a protocol has, in the study's order.</summary>
    public static IReadOnlyList<string> Regressors(StudyProtocol protocol) => [.. StudyRegressors.Names, .. protocol == StudyProtocol.Honest ? RichRegressors.Names : []];

    /// <summary>The regressors of a protocol that are asked for, in the study's order; <c>mtb-dnn</c> brings along what it is compared with, LightGBM on the same columns and its own parts.</summary>
    public static IReadOnlyList<string> Choose(StudyProtocol protocol, IReadOnlyCollection<string> names) =>
        [.. Regressors(protocol).Where(name => names.Contains(name) || (names.Contains(MtbDnn.Name) && RichRegressors.Names.Contains(name)))];

    /// <summary>Titles of the parts that progress counts.</summary>
    public static IReadOnlyList<string> Parts(StudySettings settings) => [.. new StudyPlan(settings, new MtbDnnOptions()).Parts.Select(part => part.Title)];

    /// <summary>Runs a study and writes its report.</summary>
    /// <param name="file">The study's table.</param>
    /// <param name="settings">How.</param>
    /// <param name="folder">Where the report goes; made where it is not there, files of an earlier study in it are replaced.</param>
    /// <param name="resume">Whether what an earlier run of the same study left in the folder is taken over.</param>
    /// <param name="progress">Hears of every fold that is done; called from several threads, one at a time.</param>
    /// <param name="cancellationToken">Ends the study soon; finished folds are kept for <paramref name="resume"/>.</param>
    /// <exception cref="ImportException">The file is not the study's table; the message names the place.</exception>
    /// <exception cref="MiningException">There are too few lives, the protocol has no such regressor, or the folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<StudyResult> RunAsync(string file, StudySettings settings, string folder, bool resume, IProgress<StudyProgress>? progress, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var all = StudyTableReader.Read(file, cancellationToken);
        var used = all.WithReviews(settings.MinReviews);
        Check(all, used, settings);
        var plan = new StudyPlan(settings, MtbDnnOptions);
        using var outcomes = Outcomes(folder, all.Source, settings, resume);
        var runner = new UnitRunner(used, settings, time, all);
        await RunAllAsync(plan, runner, outcomes, progress, cancellationToken);

        var summary = new StudySummary(used, settings, plan, runner, outcomes);
        var regressors = summary.Regressors();
        var result = new StudyResult
        {
            Regressors = regressors,
            Differences = summary.Differences(),
            Flaws = summary.Flaws(),
            Importances = summary.Importances(),
            LearningCurves = summary.LearningCurves(),
            Analysis = DataAnalyser.Analyse(all, used, settings.Seed, cancellationToken),
            Source = all.Source,
            Settings = settings,
            Rows = used.Rows.Count,
            Speakers = used.CountSpeakers(),
            Versions = Versions(),
            At = time.GetUtcNow(),
            TableSeconds = regressors.Sum(regressor => regressor.Seconds),
            Seconds = time.GetElapsedTime(start).TotalSeconds,
        };
        Write(Path.Combine(folder, HtmlFile), HtmlReport.Write(result));
        Write(Path.Combine(folder, MarkdownFile), MarkdownReport.Write(result));
        return result;
    }

    private static void Check(StudyTable all, StudyTable used, StudySettings settings)
    {
        if (settings.Regressors.Except(Regressors(settings.Protocol)).FirstOrDefault() is { } foreign)
        {
            throw new MiningException($"the {StudyCommandLine.Name(settings.Protocol)} protocol has no regressor {foreign}");
        }

        var speakers = used.CountSpeakers();
        if (speakers < settings.Folds || used.Rows.Count < 10 * settings.Folds)
        {
            throw new MiningException(FormattableString.Invariant(
                $"{all.Source.File}: {used.Rows.Count} of {all.Rows.Count} lives, of {speakers} speakers, have {settings.MinReviews} or more reviews; {settings.Folds} folds need at least {10 * settings.Folds} of {settings.Folds}"));
        }

        if (used.Rows.FirstOrDefault(row => row.Score == 0) is { } unscored)
        {
            throw new MiningException($"{all.Source.File}: live {unscored.Id} has {settings.MinReviews} or more reviews and no review_score");
        }
    }

    private static OutcomeFile Outcomes(string folder, StudySource source, StudySettings settings, bool resume)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MiningException($"{folder} cannot be made: {e.Message}", e);
        }

        // Not the regressors: what was done for one list is of use to another.
        var study = $"{source.Sha256} {settings with { Regressors = [] }} {string.Join(' ', Versions().Select(version => $"{version.Key} {version.Value}"))}";
        return OutcomeFile.Open(Path.Combine(folder, OutcomesFile), study, resume);
    }

    private static async Task RunAllAsync(StudyPlan plan, UnitRunner runner, OutcomeFile outcomes, IProgress<StudyProgress>? progress, CancellationToken cancellationToken)
    {
        var parts = plan.Parts.Select(part => part.Trials.SelectMany(trial => StudyUnit.Of(trial, runner.Folds(trial.FoldsBy).Count)).ToArray()).ToArray();
        // A trial may stand in several parts; it is done for the first and found done by the others.
        var units = parts.SelectMany((part, number) => part.Select(unit => (Part: number, Unit: unit))).DistinctBy(pair => pair.Unit.Key).ToArray();
        var done = parts.Select((part, number) => part.Length - units.Count(pair => pair.Part == number)).ToArray();
        var gate = new Lock();
        LeaveRoomInThePool();
        await Parallel.ForEachAsync(
            units,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            (pair, token) =>
            {
                if (outcomes.Find(pair.Unit) is null)
                {
                    outcomes.Add(runner.Run(pair.Unit, token));
                }

                lock (gate)
                {
                    done[pair.Part]++;
                    progress?.Report(new StudyProgress(pair.Part, done[pair.Part], parts[pair.Part].Length));
                }

                return ValueTask.CompletedTask;
            });
    }

    // Ctrl-C's handler runs on the pool, which adds no thread to its least number while all cores are busy.
    private static void LeaveRoomInThePool()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, 2 * Environment.ProcessorCount), ports);
    }

    private static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText($"{path}.partial", text);
            File.Move($"{path}.partial", path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MiningException($"{path} cannot be written: {e.Message}", e);
        }
    }

    private static SortedDictionary<string, string> Versions() => new(StringComparer.Ordinal)
    {
        ["LiveQuality"] = LibraryVersion.Of(typeof(StudyRunner)),
        [".NET"] = Environment.Version.ToString(),
        ["MathNet.Numerics"] = LibraryVersion.Of(typeof(Precision)),
        ["Microsoft.ML"] = LibraryVersion.Of(typeof(MLContext)),
        ["TorchSharp"] = LibraryVersion.Of(typeof(torch)),
        ["libtorch"] = torch.__version__,
    };
}
