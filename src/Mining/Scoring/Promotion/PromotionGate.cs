using System.Globalization;
using LiveQuality.Mining.Evaluation;

namespace LiveQuality.Mining.Scoring.Promotion;

/// <summary>
/// Decides whether a challenger becomes champion: only when it errs less on the same held-out lives beyond the noise, and on no part of them more beyond the noise.
/// Lives of one speaker are alike, so the noise is that between speakers (<see cref="GroupedMean"/>).
/// </summary>
internal static class PromotionGate
{
    /// <summary>Fewer speakers say nothing, of all lives and of a slice.</summary>
    public const int LeastSpeakers = 10;

    // A 95 % interval lets 25 of 1,000 challengers pass that are no better, on average; half the time it would be more. At most 25 were promised, so 10 are aimed at: a 98 % interval.
    // What it leaves out, the 95 % interval leaves out too.
    private const double GainTail = 0.01;

    // Of all slices together (Bonferroni). Holm's steps would block in the same cases: his first is Bonferroni's.
    private const double SlicesTail = 0.025;

    /// <summary>Compares the two, life by life.</summary>
    /// <param name="champion">Absolute errors of the champion on the held-out lives, a row each; null where there is none yet. Neither model may have learnt from these lives.</param>
    /// <param name="challenger">Absolute errors of the challenger on the same lives.</param>
    /// <param name="speakers">Key of each life's speaker.</param>
    /// <param name="families">Ways to divide the lives; they may overlap.</param>
    /// <exception cref="ArgumentException">Sizes differ, or an error is not finite.</exception>
    public static PromotionDecision Decide(
        IReadOnlyList<double>? champion, IReadOnlyList<double> challenger, IReadOnlyList<string> speakers, IReadOnlyList<SliceFamily> families)
    {
        Check(champion, challenger, speakers, families);
        var count = Speakers(speakers);
        if (champion is null)
        {
            return new PromotionDecision(true, null, challenger.Count, count, [], "promoted: there is no champion yet");
        }

        double[] gains = [.. champion.Zip(challenger, (before, after) => before - after)];
        var gain = count < LeastSpeakers ? null : GroupedMean.Of(gains, speakers, GainTail);
        var slices = Slices(gains, speakers, families);
        var (promote, reason) = Judge(gain, count, slices);
        return new PromotionDecision(promote, gain, gains.Length, count, slices, reason);
    }

    private static (bool Promote, string Reason) Judge(Interval? gain, int speakers, IReadOnlyList<SliceGain> slices)
    {
        if (gain is null)
        {
            return (false, $"kept champion: {speakers} held-out speakers are too few to compare, {LeastSpeakers} are needed");
        }

        if (gain.High < 0)
        {
            return (false, $"kept champion: the challenger is worse, gain {Text(gain)}");
        }

        if (gain.Low <= 0)
        {
            return (false, $"kept champion: gain {Text(gain)} does not exclude 0");
        }

        SliceGain[] worse = [.. slices.Where(slice => slice.Verdict == SliceVerdict.Worse)];
        if (worse.Length == 0)
        {
            return (true, $"promoted: gain {Text(gain)} excludes 0, and none of {slices.Count(slice => slice.Gain is not null)} slices got worse beyond its noise");
        }

        var more = worse.Length > 1 ? $", and {worse.Length - 1} more" : "";
        return (false, $"kept champion: gain {Text(gain)} excludes 0, but {worse[0].Family} {worse[0].Slice} got worse, gain {Text(worse[0].Gain!)}{more}");
    }

    private static SliceGain[] Slices(double[] gains, IReadOnlyList<string> speakers, IReadOnlyList<SliceFamily> families)
    {
        var slices = families.SelectMany(family => Enumerable.Range(0, gains.Length).GroupBy(row => family.Labels[row], StringComparer.Ordinal).Select(rows =>
            (Family: family.Name, Slice: rows.Key, Gains: rows.Select(row => gains[row]).ToArray(), Speakers: rows.Select(row => speakers[row]).ToArray()))).ToArray();
        int[] counts = [.. slices.Select(slice => Speakers(slice.Speakers))];
        var tail = SlicesTail / Math.Max(1, counts.Count(count => count >= LeastSpeakers));
        return
        [
            .. slices.Select((slice, number) =>
            {
                var gain = counts[number] < LeastSpeakers ? null : GroupedMean.Of(slice.Gains, slice.Speakers, tail);
                return new SliceGain(slice.Family, slice.Slice, slice.Gains.Length, counts[number], gain, Verdict(gain));
            }).OrderBy(slice => slice.Gain?.Value ?? double.PositiveInfinity).ThenBy(slice => slice.Family, StringComparer.Ordinal).ThenBy(slice => slice.Slice, StringComparer.Ordinal),
        ];
    }

    private static SliceVerdict Verdict(Interval? gain) => gain switch
    {
        null => SliceVerdict.Unjudged,
        { High: < 0 } => SliceVerdict.Worse,
        { Low: > 0 } => SliceVerdict.Better,
        _ => SliceVerdict.Unchanged,
    };

    private static int Speakers(IEnumerable<string> speakers) => speakers.Distinct(StringComparer.Ordinal).Count();

    private static string Text(Interval gain) => string.Create(CultureInfo.InvariantCulture, $"{gain.Value:0.0000} [{gain.Low:0.0000}, {gain.High:0.0000}]");

    private static void Check(IReadOnlyList<double>? champion, IReadOnlyList<double> challenger, IReadOnlyList<string> speakers, IReadOnlyList<SliceFamily> families)
    {
        if (speakers.Count != challenger.Count || (champion is not null && champion.Count != challenger.Count) || families.Any(family => family.Labels.Count != challenger.Count))
        {
            throw new ArgumentException($"errors, speakers and slices must be those of the same {challenger.Count} lives", nameof(challenger));
        }

        if (!challenger.Concat(champion ?? []).All(double.IsFinite))
        {
            throw new ArgumentException("an error is not finite", nameof(challenger));
        }
    }
}
