using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Study;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Tests.Builders;

/// <summary>Invented results of a study, as large as a real one or as small as one can be.</summary>
internal static class StudyResults
{
    public static readonly string[] Names =
        ["mean", "median", "linear", "ridge", "lasso", "knn", "svr-rbf", "svr-linear", "svr-poly", "random-forest", "boosting", "mlp", "mtb-dnn-2019"];

    private const int FoldCount = 5;

    /// <summary>All parts, 13 regressors.</summary>
    public static StudyResult Full(int rows = 2863)
    {
        var chance = new Random(7);
        var truth = Enumerable.Range(0, rows).Select(_ => Math.Min(5, 4.4 + (0.35 * Normal(chance)))).ToList();
        return new()
        {
            Regressors = [.. Names.Select((name, index) => Regressor(name, index, truth, chance))],
            Differences = [.. Names.SkipLast(1).Select((name, index) => new PairedDifference(name, "mtb-dnn-2019", Around(0.05 - (0.005 * index)), Around(0.06 - (0.007 * index))))],
            Flaws = [.. Switches.Select((flaw, index) => new FlawEffect(
                flaw,
                "What the original did.",
                index % 2 == 0,
                index == 6 ? [] : [.. Names.Select(name => new ErrorChange(name, -0.001 * chance.NextDouble(), 0.001 * chance.NextDouble()))]))],
            Importances = [.. new[] { "boosting", "mtb-dnn-2019" }.Select(name => new ImportanceResult(
                name, [.. StudyFeatures.All.Select((column, rank) => new ColumnImportance(column, (0.05 / (rank + 1)) - 0.002, 0.004 / (rank + 1), FoldCount))]))],
            LearningCurves = [.. new[] { "ridge", "boosting", "mlp", "mtb-dnn-2019" }.Select(name => new LearningCurve(
                name, [.. Enumerable.Range(1, 8).Select(part => new LearningPoint(286.3 * part, 0.31 - (0.1 / part), 0.31 + (0.08 / part), 0.01))]))],
            Analysis = Analysis(chance),
            Source = new("lives.xlsx", new string('a', 63) + "0", 5439, 1, 812),
            Settings = Settings,
            Rows = rows,
            Speakers = 1349,
            Versions = new Dictionary<string, string> { ["TorchSharp"] = "0.107.0", ["LiveQuality"] = "1.0.0", ["ScottPlot"] = "5.1.59" },
            At = new(2026, 11, 25, 12, 0, 0, TimeSpan.FromHours(8)),
            TableSeconds = 42.5,
            Seconds = 81.25,
        };
    }

    /// <summary>One regressor, one split, nothing published, no parts that can be absent.</summary>
    public static StudyResult Bare() => Full(rows: 3) with
    {
        Regressors =
        [
            new("ridge", 0.3, 0, 0.4, 0, 0.01)
            {
                Features = 15, Settings = "alpha 1", Seeds = 1, BySeed = [], Folds = [new(0.3, 0.4)],
                Predictions = new(["1", "2", "3"], [4, 4.5, 5], [4.2, 4.2, double.NaN]),
            },
        ],
        Differences = [],
        Flaws = [],
        Importances = [],
        LearningCurves = [],
        Analysis = new([new("gender", 0, 3, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN)], [], new([], []), new([], 0), []),
        Settings = Settings with { Table = StudyEdition.B, Regressors = ["ridge"], MinReviews = 11, Seeds = 1 },
        Speakers = 2,
    };

    /// <summary>Everything once, all of it a single point: no plot has a width or a height of its own.</summary>
    public static StudyResult WithoutSpread()
    {
        var bare = Bare();
        var ridge = bare.Regressors[0] with { Predictions = new(["1"], [5], [5]) };
        return bare with
        {
            Regressors = [ridge, ridge with { Name = "mtb-dnn-2019" }],
            Differences = [new("ridge", "mtb-dnn-2019", new(0, 0, 0), new(0, 0, 0))],
            Importances = [new("ridge", [new("gender", 0, 0, 1)])],
            LearningCurves = [new("ridge", [new(100, 0.3, 0.3, 0)])],
            Analysis = bare.Analysis with { Groups = [new("badge", [new("0", "0", 1, 5, 0, 5, 5, 5)], 0)] },
        };
    }

    public static StudySettings Settings { get; } = new(
        StudyEdition.A, StudyProtocol.Published, FoldsBy.Shuffle, StudyFlaws.Of(StudyProtocol.Published), Names, MinReviews: 18, FoldCount, Seed: 42, Seeds: 10, Features: null);

    /// <summary>Scores by tag.</summary>
    public static GroupedScores Tags(params string[] labels) =>
        new("tag", [.. labels.Select((label, index) => new ScoreGroup(label, $"tag {100 + index}", 10 + index, 4.3, 0.3, 4.1 - (0.01 * index), 4.4, 4.6))], 0.04);

    private static readonly string[] Switches =
        ["--leak-scaler", "--leak-selection", "--last-epoch", "--rotate-rows", "--after-the-live", "--single-seed", "--keep-dead-nets"];

    private static RegressorResult Regressor(string name, int index, List<double> truth, Random chance)
    {
        var mae = 0.35 - (0.004 * index);
        var isNet = index >= 11;
        return new(name, mae, 0.01, mae + 0.12, 0.015, 0.5 + index)
        {
            Features = 15,
            Settings = "alpha 1",
            Seeds = isNet ? 10 : 1,
            BySeed = isNet ? [.. Enumerable.Range(0, 10).Select(seed => new Errors(mae + (0.002 * seed), mae + 0.12 + (0.003 * seed)))] : [],
            Folds = [.. Enumerable.Range(0, FoldCount).Select(fold => new Errors(mae + (0.005 * (fold - 2)), mae + 0.12))],
            Published = index < 3 ? null : new(mae + (index == 5 ? 0.03 : 0.002), 0.012, mae + 0.121, 0.016),
            WithinOneSd = index < 3 ? null : index != 5,
            Note = index == 5 ? "k 5 to 25 and both feature sets were tried" : null,
            Predictions = new([.. truth.Select((_, row) => $"{row}")], truth, [.. truth.Select(score => 4.4 + (0.4 * (score - 4.4)) + (0.15 * Normal(chance)))]),
        };
    }

    private static DataAnalysis Analysis(Random chance)
    {
        string[] columns = [.. StudyFeatures.All, "review_score"];
        var values = columns.Select(_ => new double[columns.Length]).ToList();
        for (var row = 0; row < columns.Length; row++)
        {
            values[row][row] = 1;
            for (var column = 0; column < row; column++)
            {
                values[row][column] = values[column][row] = Math.Tanh(Normal(chance) / 2);
            }
        }

        WeightedWord[] words = [new("心理学", 3.2), new("入门", 2.9), new("职场", 1.25)];
        return new(
            [.. columns.Select((column, index) => new ColumnSummary(column, 5439 - index, index, 12.5 * (index + 1), 3.25, 0, 4, 12, 20, 100_000 * index))],
            [
                Tags("心理学", "互联网", "教育", "职业发展", "金融与投资", "医学健康", "法律", "音乐", "电影", "摄影", "设计", "美食", "旅行", "体育", "阅读与写作", "商业与创业", "生活方式"),
                new("badge", [new("0", "0", 2000, 4.38, 0.4, 4.2, 4.45, 4.7), new("1", "1", 863, 4.42, 0.37, 4.25, 4.5, 4.72)], 0.002),
                new("price", [new("up to 10 yuan", "up to 10 yuan", 900, 4.41, 0.4, 4.2, 4.45, 4.7), new("10 to 20 yuan", "10 to 20 yuan", 1500, 4.39, 0.4, 4.2, 4.45, 4.7)], 0.01),
            ],
            new(columns, values),
            new([.. Enumerable.Range(0, 5).Select(index => new Cluster(1200 - (200 * index), 4.3 + (0.03 * index), [new("liked_num", 1234.5, 2.13), new("amount", 999, -0.4)]))], 0.41),
            [new(StudyText.Title, 2863, words, words, words[..2])]);
    }

    private static Interval Around(double value) => new(value, value - 0.012, value + 0.012);

    // Box and Muller.
    private static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
