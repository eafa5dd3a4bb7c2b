namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>Whether what has come since differs from what was learnt from.</summary>
/// <param name="Alarm">Whether any column moved: false in 99 of 100 reports on rows that have not, however many columns there are.</param>
/// <param name="PValue">Share of the arrangements in which the most striking column is at least as striking; alarm at 0.01 or below.</param>
/// <param name="CanAlarm">
/// Whether there are enough ways to exchange rows (100) for drift to be told from chance at all; if not, no alarm means nothing. A handful of new speakers is not enough.
/// </param>
/// <param name="RowsBefore">Training rows.</param>
/// <param name="RowsAfter">Later rows.</param>
/// <param name="SpeakersBefore">Speakers of the training rows.</param>
/// <param name="SpeakersAfter">Speakers of the later rows; some may be among those before.</param>
/// <param name="Columns">Every column and the score, the most striking first.</param>
public sealed record DriftReport(
    bool Alarm, double PValue, bool CanAlarm, int RowsBefore, int RowsAfter, int SpeakersBefore, int SpeakersAfter, IReadOnlyList<ColumnDrift> Columns)
{
    /// <summary>Name of the score among the columns.</summary>
    public const string ScoreColumn = "score";
}
