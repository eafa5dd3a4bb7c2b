using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Training;

namespace LiveQuality.Mining.Faces.Evaluating;

/// <summary>Measures what a head says of single faces.</summary>
internal static class FaceEvaluator
{
    private const int Adult = 18;
    private const int Old = 65;
    private const string Unknown = "unknown";

    // Data sets have two words for it.
    private static readonly Dictionary<string, string> SameRace = new(StringComparer.Ordinal) { ["caucasian"] = "white" };

    /// <param name="set">Labelled faces.</param>
    /// <param name="task">What is asked; any but verification.</param>
    /// <param name="head">Who is asked.</param>
    /// <param name="seed">Sets the bootstrap's draws.</param>
    /// <exception cref="MiningException">No face has that label, or the head does not answer the task.</exception>
    public static FaceEvaluation Evaluate(TrainingSet set, string task, IFaceHead head, int seed)
    {
        if (task == FaceTasks.Race && !head.Manifest.Classes.ContainsKey(task))
        {
            throw NoAnswer(task, head);
        }

        var labelled = set.With(task, label => Has(label, task, head));
        FeatureMatch.Check(head.Manifest, set.Features);
        FaceScores[] said = [.. labelled.Faces.Select(face => head.Score(face.Features))];
        LabelledFace[] labels = [.. labelled.Faces.Select(face => face.Label)];
        var figures = Figures(task, head, said, labels);
        var (groupMetric, groupFigure) = figures.First();
        var groups = labels.Any(label => label.Gender is not null || label.Race is not null)
            ? GroupScore.Table([.. labels.Select(label => label.Gender ?? Unknown)], [.. labels.Select(label => label.Race ?? Unknown)], groupFigure)
            : [];
        return EvaluationFigures.Report(task, head, set.Features, labels.Length, labelled.AbstentionRate, figures, groupMetric, groups, seed);
    }

    private static bool Has(LabelledFace label, string task, IFaceHead head) => task switch
    {
        FaceTasks.Attractiveness => label.Attractiveness is not null,
        FaceTasks.Age => label.Age is not null,
        // Classes that the head never heard of are no fault of its own: accuracy4 leaves out "other".
        FaceTasks.Race => label.Race is { } race && head.Manifest.Classes[task] is var races && races.Contains(Race(race, races)),
        FaceTasks.Gender => label.Gender is not null,
        FaceTasks.Expression => label.Expression is not null,
        _ => throw new MiningException($"'{task}' is nothing that single faces are asked"),
    };

    private static Dictionary<string, Func<IReadOnlyList<int>, double>> Figures(string task, IFaceHead head, FaceScores[] said, LabelledFace[] labels)
    {
        switch (task)
        {
            case FaceTasks.Attractiveness:
                var (scores, truth) = (Numbers(said, score => score.Attractiveness, task, head), labels.Select(label => label.Attractiveness!.Value).ToArray());
                return new(StringComparer.Ordinal)
                {
                    ["pearson"] = rows => Agreement.Pearson(Pick(scores, rows), Pick(truth, rows)),
                    ["mae"] = rows => Errors.Of(Pick(scores, rows), Pick(truth, rows)).Mae,
                    ["rmse"] = rows => Errors.Of(Pick(scores, rows), Pick(truth, rows)).Rmse,
                };
            case FaceTasks.Age:
                var (ages, years) = (Numbers(said, score => score.Age, task, head), labels.Select(label => label.Age!.Value).ToArray());
                return new(StringComparer.Ordinal)
                {
                    ["mae1865"] = rows => Mean([.. rows.Where(row => years[row] is >= Adult and <= Old)], row => Math.Abs(ages[row] - years[row])),
                    ["mae"] = rows => Mean(rows, row => Math.Abs(ages[row] - years[row])),
                };
            case FaceTasks.Gender:
                var genders = Answers(said, score => score.Gender, task, head);
                return new(StringComparer.Ordinal)
                {
                    ["accuracy"] = rows => Mean(rows, row => genders[row] == labels[row].Gender ? 1 : 0),
                    ["accuracy18"] = rows => Mean([.. rows.Where(row => labels[row].Age >= Adult)], row => genders[row] == labels[row].Gender ? 1 : 0),
                };
            case FaceTasks.Race:
                var races = Answers(said, score => score.Race, task, head);
                return new(StringComparer.Ordinal) { ["accuracy4"] = rows => Mean(rows, row => races[row] == Race(labels[row].Race!, head.Manifest.Classes[task]) ? 1 : 0) };
            default:
                var expressions = Answers(said, score => score.Expression, task, head);
                string[] names = [.. labels.Select(label => label.Expression!).Concat(expressions).Distinct().Order(StringComparer.Ordinal)];
                int[] right = [.. labels.Select(label => Array.IndexOf(names, label.Expression))];
                int[] answered = [.. expressions.Select(expression => Array.IndexOf(names, expression))];
                return new(StringComparer.Ordinal)
                {
                    ["accuracy"] = rows => Agreement.Accuracy(Pick(answered, rows), Pick(right, rows)),
                    ["meanRecall"] = rows => Agreement.MeanRecall(Pick(answered, rows), Pick(right, rows)),
                };
        }
    }

    private static string Race(string label, IReadOnlyList<string> known) => known.Contains(label) ? label : SameRace.GetValueOrDefault(label, label);

    private static double[] Numbers(FaceScores[] said, Func<FaceScores, Estimate?> read, string task, IFaceHead head) =>
        [.. said.Select(scores => (read(scores) ?? throw NoAnswer(task, head)).Mean)];

    private static string[] Answers(FaceScores[] said, Func<FaceScores, ClassShares?> read, string task, IFaceHead head) =>
        [.. said.Select(scores => (read(scores) ?? throw NoAnswer(task, head)).Answer)];

    private static MiningException NoAnswer(string task, IFaceHead head) => new($"{head.Manifest.Id} says nothing of {task}");

    private static T[] Pick<T>(T[] values, IReadOnlyList<int> rows) => [.. rows.Select(row => values[row])];

    private static double Mean(IReadOnlyList<int> rows, Func<int, double> value) => rows.Count == 0 ? double.NaN : rows.Average(value);
}
