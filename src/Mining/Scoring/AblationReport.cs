using LiveQuality.Mining.Evaluation;

namespace LiveQuality.Mining.Scoring;

/// <summary>Whether portraits help to predict how good a live is, on speakers that were not learnt from.</summary>
/// <param name="Rows">Lives that were predicted, each once.</param>
/// <param name="Speakers">Their speakers.</param>
/// <param name="RowsWithFace">Those of a speaker in whose portrait a face was judged.</param>
/// <param name="Folds">Parts that the speakers were divided into.</param>
/// <param name="Seeds">Trainings a fold and side.</param>
/// <param name="Without">Errors without the columns of portraits; the mean over the trainings.</param>
/// <param name="With">Errors with them.</param>
/// <param name="Mae">Mean absolute error with them minus without, and its 95 % interval: below 0 where they help.</param>
/// <param name="Rmse">The same of the root of the mean squared error.</param>
public sealed record AblationReport(int Rows, int Speakers, int RowsWithFace, int Folds, int Seeds, Errors Without, Errors With, Interval Mae, Interval Rmse);
