using System.Runtime.InteropServices;

namespace LiveQuality.Mining.Features.Rich;

/// <summary>Lives with the columns of <see cref="RichFeatures.All"/>, among them what was known of earlier lives when each one started.</summary>
/// <remarks>
/// A live's history are the lives of the same speaker (or tag) that start strictly earlier. Their counts and prices are anybody's to see, their scores only where the caller
/// says so. No live ever sees its own score, or that of a live that starts with it or later: see <see cref="TimeSweep"/>.
/// </remarks>
internal sealed class RichTable
{
    private readonly IReadOnlyList<RichLive> _lives;
    private readonly LiveFigures[] _figures;
    private readonly TimeSweep _sweep;
    private readonly bool _hasText;
    private readonly bool _hasPortraits;

    // What needs no scores is the same whatever scores are known: made once, a fold then costs little.
    private readonly Matrix _withoutScores;

    /// <param name="lives">A row each, in any order; ids differ.</param>
    /// <exception cref="ArgumentException">A live does not have as many numbers as <see cref="StudyFeatures.All"/> has columns.</exception>
    public RichTable(IReadOnlyList<RichLive> lives)
    {
        _lives = lives;
        _hasText = lives.Any(live => live.Text is { } text && text.Any(double.IsFinite));
        _hasPortraits = lives.Count > 0 && lives.All(live => live.Portrait is not null);
        Columns = [.. RichFeatures.All, .. _hasText ? TextFeatures.All : [], .. _hasPortraits ? PortraitFeatures.All : []];
        _figures = [.. lives.Select(live => live.Study.Length == StudyFeatures.All.Count
            ? new LiveFigures(live)
            : throw new ArgumentException($"live {live.Id} has {live.Study.Length} numbers, not {StudyFeatures.All.Count}", nameof(lives)))];
        _sweep = new TimeSweep([.. _figures.Select(live => live.StartsAt)], [.. lives.Select(live => live.Id)]);
        _withoutScores = WithoutScores();
    }

    /// <summary>Number of lives.</summary>
    public int Count => _lives.Count;

    /// <summary>The lives, a row each.</summary>
    public IReadOnlyList<RichLive> Lives => _lives;

    /// <summary>The columns of <see cref="ToMatrix"/>: <see cref="RichFeatures.All"/>, <see cref="TextFeatures.All"/> where a live has a title or a description, and <see cref="PortraitFeatures.All"/> where portraits are looked at.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>All columns of the given rows.</summary>
    /// <param name="known">Rows whose scores may be looked at by lives that start later: those learnt from and those that nobody predicts; all rows in service.</param>
    /// <param name="rows">The rows wanted, in any order.</param>
    /// <returns>One row each, with the columns of <see cref="Columns"/>; NaN where unknown.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Matrix ToMatrix(IReadOnlyCollection<int> known, IReadOnlyList<int> rows)
    {
        var scores = Scores(known);
        var without = _withoutScores.Columns;
        var matrix = new Matrix(rows.Count, Columns.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rows[row], nameof(rows));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rows[row], Count, nameof(rows));
            for (var column = 0; column < RichFeatures.All.Count; column++)
            {
                matrix[row, column] = column < without ? _withoutScores[rows[row], column] : scores[rows[row], column - without];
            }

            WriteMore(_lives[rows[row]], row, matrix);
        }

        return matrix;
    }

    private void WriteMore(RichLive live, int row, Matrix matrix)
    {
        var next = RichFeatures.All.Count;
        for (var column = 0; _hasText && column < TextFeatures.All.Count; column++)
        {
            matrix[row, next++] = live.Text?[column] ?? double.NaN;
        }

        for (var column = 0; _hasPortraits && column < PortraitFeatures.All.Count; column++)
        {
            matrix[row, next++] = live.Portrait![column];
        }
    }

    private Matrix WithoutScores()
    {
        var (study, derived, speaker) = (StudyFeatures.All.Count, DerivedFeatures.Names.Count, SpeakerLives.Names.Count);
        var columns = study + derived + speaker;
        var values = new double[checked(Count * columns)];
        var past = new Dictionary<string, SpeakerLives>(StringComparer.Ordinal);
        _sweep.Run(
            row =>
            {
                var to = values.AsSpan(row * columns, columns);
                for (var column = 0; column < study; column++)
                {
                    to[column] = _figures[row].Study[column];
                }

                DerivedFeatures.Write(_figures[row], to.Slice(study, derived));
                (past.GetValueOrDefault(_lives[row].Speaker) ?? new SpeakerLives()).Write(_figures[row], to[(study + derived)..]);
            },
            row => Of(past, _lives[row].Speaker).Add(_figures[row]));
        return Matrix.Of(Count, columns, values);
    }

    private Matrix Scores(IReadOnlyCollection<int> known)
    {
        var seen = new bool[Count];
        foreach (var row in known)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row, nameof(known));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count, nameof(known));
            seen[row] = true;
        }

        var (speaker, columns) = (SpeakerScores.Names.Count, SpeakerScores.Names.Count + TagScores.Names.Count);
        var values = new double[checked(Count * columns)];
        var (overall, nothing) = (new ScoreHistory(), new ScoreHistory());
        var speakers = new Dictionary<string, ScoreHistory>(StringComparer.Ordinal);
        var tags = new Dictionary<double, ScoreHistory>();
        _sweep.Run(
            row =>
            {
                var to = values.AsSpan(row * columns, columns);
                SpeakerScores.Write(speakers.GetValueOrDefault(_lives[row].Speaker, nothing), overall.Mean, to[..speaker]);
                TagScores.Write(tags.GetValueOrDefault(_figures[row].Tag, nothing), overall.Mean, to[speaker..]);
            },
            row =>
            {
                if (!seen[row] || _lives[row].Score is not { } score)
                {
                    return;
                }

                var reviews = _figures[row].Reviews;
                overall.Add(score, reviews);
                Of(speakers, _lives[row].Speaker).Add(score, reviews);
                if (!double.IsNaN(_figures[row].Tag))
                {
                    Of(tags, _figures[row].Tag).Add(score, reviews);
                }
            });
        return Matrix.Of(Count, columns, values);
    }

    private static THistory Of<TKey, THistory>(Dictionary<TKey, THistory> histories, TKey key)
        where TKey : notnull
        where THistory : new()
    {
        ref var history = ref CollectionsMarshal.GetValueRefOrAddDefault(histories, key, out _);
        return history ??= new THistory();
    }
}
