namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>
/// Fits the world's parameters to the study's table: a Gaussian copula whose normal scores are split into what a speaker's lives
/// share and what they do not (one-way random effects, method of moments).
/// </summary>
internal sealed class ParameterFit(StudyTable table)
{
    private const int FewestRows = 5;
    private const int StudyReviews = 18;
    private const int FewestInPeriod = 40;
    private const long PeriodSeconds = 15 * 86_400;

    private const double LargestCorrelation = 0.97;
    private static readonly int[] ScoreBins = [5, 8, 12, 18, 30, 60, 120, 300];
    private static readonly string[] StepColumns =
    [
        "duration", "purchasable", "has_authenticated", "user_type", "gender", "badge", "tag_id",
        "audition_message_count", "is_audition_open", "seats_max", "amount",
    ];

    private static readonly string[] SpeakerColumns = ["has_authenticated", "user_type", "gender", "badge"];
    private readonly int[] _all = [.. Enumerable.Range(0, table.Count)];

    public WorldParameters Fit()
    {
        var bySpeaker = _all.GroupBy(row => table.Text(row, "speaker_url")).Select(rows => rows.Count()).ToArray();
        var tagOrder = TagsByScore();
        var scores = Columns.All.Select(name => NormalScores.Of([.. _all.Select(row => Value(row, name, tagOrder))])).ToArray();
        var (between, within) = Covariances(scores);
        return new WorldParameters(
            table.Count,
            Math.Round((double)bySpeaker.Length / table.Count, 4),
            [.. Enumerable.Range(1, 30).Select(lives => Share(bySpeaker, lives, 30))],
            [.. Columns.All.Select(name => Margin(name, tagOrder))],
            between,
            within,
            ScoreModelOf(scores),
            Periods(),
            Shares("created_at", 24, time => time.Hour),
            Shares("starts_at", 24, time => time.Hour),
            Shares("starts_at", 6, time => time.Minute / 10),
            Shares("starts_at", 7, time => (int)time.DayOfWeek),
            [.. _all.Where(row => table.Text(row, "tag_id").Length > 0)
                .Select(row => new WorldTag((int)table.Number(row, "tag_id"), table.Text(row, "tag_name"))).Distinct().OrderBy(tag => tag.Id)]);
    }

    // A topic is a name, not a number: on the scale of its mean score it can be correlated.
    private List<double> TagsByScore() =>
        [.. _all.Where(row => table.Number(row, "review_count") >= StudyReviews && table.Text(row, "tag_id").Length > 0)
            .GroupBy(row => table.Number(row, "tag_id"))
            .OrderBy(rows => rows.Average(row => table.Number(row, "review_score")))
            .Select(rows => rows.Key)];

    // Who sets lives up and whether tickets can be given back changed with the site's rules, almost from one day to the next.
    private WorldPeriod[] Periods() =>
        [.. _all.GroupBy(row => (long)(table.Number(row, Columns.CreatedAt) / PeriodSeconds))
            .Where(rows => rows.Count() >= FewestInPeriod)
            .OrderBy(rows => rows.Key)
            .Select(rows => new WorldPeriod(
                rows.Key * PeriodSeconds,
                Math.Round(rows.Average(row => table.Number(row, "source")), 3),
                Math.Round(rows.Average(row => table.Number(row, "is_refundable")), 3)))];

    private double Value(int row, string column, List<double> tagOrder) => column switch
    {
        Columns.Lead => table.Number(row, "starts_at") - table.Number(row, "created_at"),
        "tag_id" => table.Text(row, column).Length > 0 ? tagOrder.IndexOf(table.Number(row, column)) : 0,
        _ => table.Number(row, column),
    };

    private Marginal Margin(string column, List<double> tagOrder)
    {
        var values = _all.Select(row => Value(row, column, tagOrder)).Order().ToArray();
        var isSpeaker = SpeakerColumns.Contains(column);
        if (!StepColumns.Contains(column))
        {
            return Interpolated(column, values);
        }

        var z = new List<double>();
        var kept = new List<double>();
        var below = 0;
        foreach (var group in values.GroupBy(value => value))
        {
            below += group.Count();
            if (group.Count() >= FewestRows)
            {
                z.Add(Score(below, values.Length));
                kept.Add(column == "tag_id" ? tagOrder[(int)group.Key] : group.Key);
            }
            else if (z.Count > 0)
            {
                z[^1] = Score(below, values.Length);
            }
        }

        return new Marginal(column, true, isSpeaker, z, kept);
    }

    private ScoreMarginal ScoreMargin(int from, int to) =>
        new(from, Interpolated(Columns.Score, [.. _all.Where(row => table.Number(row, "review_count") >= from && table.Number(row, "review_count") < to)
            .Select(row => table.Number(row, Columns.Score)).Order()]));

    private static Marginal Interpolated(string column, double[] sorted)
    {
        // 65 knots, and some more where the tails are long.
        double[] shares = [.. Enumerable.Range(0, 65).Select(i => i / 64.0).Concat([0.004, 0.992, 0.996, 0.998]).Order()];
        var z = shares.Select(share => Score(share * sorted.Length, sorted.Length)).ToArray();
        var values = shares.Select(share => Rounded(column, sorted[Math.Min((int)(share * sorted.Length), sorted.Length - 1)])).ToArray();
        return new Marginal(column, false, false, z, values);
    }

    // The score of a live with few reviews is mostly noise, so only the lives that the study looks at say what the score goes with. A
    // regression, unlike a correlation, does not mind that they were chosen by one of its columns.
    private ScoreModel ScoreModelOf(double[][] scores)
    {
        var ranked = new double[table.Count];
        var studied = _all.Where(row => table.Number(row, "review_count") >= StudyReviews).ToArray();
        foreach (var bin in studied.GroupBy(row => ScoreBins.Last(from => from <= table.Number(row, "review_count"))))
        {
            var rows = bin.ToArray();
            var own = NormalScores.Of([.. rows.Select(row => table.Number(row, Columns.Score))]);
            for (var i = 0; i < rows.Length; i++)
            {
                ranked[rows[i]] = own[i];
            }
        }

        var x = studied.Select(row => scores.Select(column => column[row]).ToArray()).ToArray();
        var coefficients = LeastSquares.Fit(x, [.. studied.Select(row => ranked[row])]);
        for (var i = 0; i < studied.Length; i++)
        {
            ranked[studied[i]] -= coefficients[0] + coefficients.AsSpan(1).Dot(x[i]);
        }

        var variance = studied.Average(row => ranked[row] * ranked[row]);
        var split = Split(studied, ranked, ranked);
        return new ScoreModel(
            Math.Round(coefficients[0], 4),
            [.. coefficients.Skip(1).Select(value => Math.Round(value, 4))],
            Math.Round(Math.Sqrt(split.Between) * variance, 4),
            Math.Round(Math.Sqrt(split.Within) * variance, 4),
            [.. ScoreBins.Select((from, i) => ScoreMargin(from, i + 1 < ScoreBins.Length ? ScoreBins[i + 1] : int.MaxValue))]);
    }

    private (double[][] Between, double[][] Within) Covariances(double[][] scores)
    {
        var names = Columns.All;
        var between = names.Select(_ => new double[names.Count]).ToArray();
        var within = names.Select(_ => new double[names.Count]).ToArray();
        for (var a = 0; a < names.Count; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var split = Split(_all, scores[a], scores[b]);
                var ofSpeaker = SpeakerColumns.Contains(names[a]) || SpeakerColumns.Contains(names[b]);
                between[a][b] = between[b][a] = ofSpeaker ? split.Between + split.Within : split.Between;
                within[a][b] = within[b][a] = ofSpeaker ? 0 : split.Within;
            }

            between[a][a] = SpeakerColumns.Contains(names[a]) ? 1 : Math.Clamp(between[a][a], 0.02, LargestCorrelation);
            within[a][a] = 1 - between[a][a];
        }

        return (Covariance.Repaired(Bounded(between)), Covariance.Repaired(Bounded(within)));
    }

    // The scores of a column with few values vary less than the normal variable behind it; dividing by the variances undoes that.
    private (double Between, double Within) Split(int[] rows, double[] a, double[] b)
    {
        double meanA = rows.Average(row => a[row]), meanB = rows.Average(row => b[row]);
        double ssBetween = 0, ssWithin = 0, squares = 0, groups = 0;
        foreach (var group in rows.GroupBy(row => table.Text(row, "speaker_url")).Select(group => group.ToArray()))
        {
            double ownA = group.Average(row => a[row]), ownB = group.Average(row => b[row]);
            ssBetween += group.Length * (ownA - meanA) * (ownB - meanB);
            ssWithin += group.Sum(row => (a[row] - ownA) * (b[row] - ownB));
            squares += (double)group.Length * group.Length;
            groups++;
        }

        var size = (rows.Length - (squares / rows.Length)) / (groups - 1);
        var within = ssWithin / (rows.Length - groups);
        var between = ((ssBetween / (groups - 1)) - within) / size;
        var variances = rows.Average(row => (a[row] - meanA) * (a[row] - meanA)) * rows.Average(row => (b[row] - meanB) * (b[row] - meanB));
        return (between / variances, within / variances);
    }

    // A ratio of moments can be larger than any correlation where a column has few values.
    private static double[][] Bounded(double[][] matrix) =>
        [.. matrix.Select((row, i) => row.Select((value, j) =>
        {
            var bound = (i == j ? 1 : LargestCorrelation) * Math.Sqrt(matrix[i][i] * matrix[j][j]);
            return Math.Clamp(value, -bound, bound);
        }).ToArray())];

    private double[] Shares(string column, int count, Func<DateTimeOffset, int> part) =>
        [.. Enumerable.Range(0, count).Select(i => Math.Round((double)_all.Count(row => part(InChina(row, column)) == i) / table.Count, 4))];

    private DateTimeOffset InChina(int row, string column) =>
        DateTimeOffset.FromUnixTimeSeconds((long)table.Number(row, column)).ToOffset(Columns.China);

    private static double Share(int[] sizes, int lives, int most) =>
        Math.Round((double)sizes.Count(size => Math.Min(size, most) == lives) / sizes.Length, 4);

    private static double Score(double below, int of) => Math.Round(NormalScores.Quantile(Math.Clamp(below / of, 0.0003, 0.9997)), 4);

    private static double Rounded(string column, double value)
    {
        var unit = column switch
        {
            Columns.CreatedAt => 86_400,
            Columns.Lead => 3_600,
            Columns.Score => 0.01,
            _ => value < 100 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(value)) - 1),
        };
        return Math.Round(Math.Round(value / unit) * unit, 2);
    }
}
