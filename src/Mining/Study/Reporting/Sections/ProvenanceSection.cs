using System.Globalization;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Reporting.Sections;

/// <summary>File, settings, versions and time: all that a rerun needs to come to the same numbers.</summary>
internal static class ProvenanceSection
{
    /// <summary>Makes it.</summary>
    public static IReadOnlyList<ReportBlock> Of(StudyResult result)
    {
        var (source, settings) = (result.Source, result.Settings);
        return
        [
            Table(
                "The data",
                ("File", source.File),
                ("SHA-256", source.Sha256),
                ("Rows", Figures.Count(source.Rows)),
                ("Doubled rows left out", Figures.Count(source.Doubled)),
                ("Blank cells, each set to its column's median", Figures.Count(source.BlankCells)),
                ("Lives that took part", Figures.Count(result.Rows)),
                ("Their speakers", Figures.Count(result.Speakers))),
            Table(
                "The settings",
                [
                    ("Table", settings.Table.ToString()),
                    ("Protocol", StudyCommandLine.Name(settings.Protocol)),
                    ("Folds by", StudyCommandLine.Name(settings.FoldsBy)),
                    ("Folds", settings.Table == StudyEdition.B ? "one split" : Figures.Count(settings.Folds)),
                    ("Least reviews", Figures.Count(settings.MinReviews)),
                    ("Seed of the folds", Plain(settings.Seed)),
                    ("Seeds of the networks", Seeds(settings)),
                    ("Columns", settings.Features is { } features ? Figures.Count(features) : "as the published table for each regressor"),
                    ("Regressors", string.Join(", ", settings.Regressors)),
                    .. FlawSwitch.All.Select(flaw => (flaw.Name, StudyCommandLine.YesOrNo(flaw.IsOn(settings.Flaws)))),
                ]),
            Table("Versions", [.. result.Versions.OrderBy(version => version.Key, StringComparer.Ordinal).Select(version => (version.Key, version.Value))]),
            Table(
                "Time",
                ("Finished", result.At.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
                ("The table of regressors", Figures.Seconds(result.TableSeconds)),
                ("All, by the clock", Figures.Seconds(result.Seconds))),
            new ReportHeading("How to rerun it"),
            new ReportParagraph("In the file's folder, with the same version of the program; all numbers but the times come out the same to the bit."),
            new ReportCode(StudyCommandLine.Of(settings, source.File)),
        ];
    }

    private static ReportTable Table(string caption, params (string Name, string Value)[] rows) =>
        ReportTable.Of(caption, ["What", "Value"], rows.Select(IReadOnlyList<ReportCell> (row) => [row.Name, row.Value]), texts: 2);

    private static string Seeds(StudySettings settings) => settings.Flaws.SingleSeed || settings.Seeds == 1
        ? Plain(settings.Seed)
        : $"{Plain(settings.Seed)} to {Plain(settings.Seed + settings.Seeds - 1)}";

    private static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);
}
