using LiveQuality.Mining.Features;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Tests.Study.Analysis;

/// <summary>Invented lives.</summary>
internal static class Lives
{
    public static StudyTable Table(params IEnumerable<StudyRow> rows)
    {
        StudyRow[] all = [.. rows];
        return new StudyTable(all, new StudySource("invented.xlsx", new string('0', 64), all.Length, 0, 0));
    }

    /// <summary>A live whose features are all 0 but for the given ones.</summary>
    public static StudyRow Live(double score, params (string Column, double Value)[] features)
    {
        var values = new double[StudyFeatures.All.Count];
        foreach (var (column, value) in features)
        {
            values[StudyRow.IndexOf(column)] = value;
        }

        return new StudyRow("900000000000000001", "speaker", null, 1_500_000_000, values, score, null, new Dictionary<StudyText, string>());
    }

    public static StudyRow WithText(this StudyRow row, StudyText kind, string text) => row with { Texts = new Dictionary<StudyText, string>(row.Texts) { [kind] = text } };
}
