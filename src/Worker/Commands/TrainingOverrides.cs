using System.CommandLine;
using LiveQuality.Mining.Scoring;

namespace LiveQuality.Worker.Commands;

/// <summary><c>--regressor</c>, <c>--min-reviews</c> and <c>--features</c>, which go over what the configuration says, and <c>--accept-broken-fields</c>, which a person decides each time.</summary>
internal static class TrainingOverrides
{
    public static Option<string?> Regressor { get; } = new Option<string?>("--regressor")
    {
        Description = "mtb-dnn, or the network as published, mtb-dnn-2019 (default mtb-dnn; with --features, mtb-dnn-2019)",
        HelpName = "NAME",
    }.OneOf([.. TrainingOptions.Regressors]);

    public static Option<int?> MinReviews { get; } = new Option<int?>("--min-reviews")
    {
        Description = "Learn from lives with at least so many reviews (default 18)",
        HelpName = "N",
    }.AtLeast(1);

    public static Option<int?> Features { get; } = new Option<int?>("--features")
    {
        Description = "Of mtb-dnn-2019: learn from the study's 24 columns, 23 (without the tag) or the best 15 (default 15)",
        HelpName = "N",
    }.OneOf("15", "23", "24");

    /// <summary>Refuses what would silently do nothing.</summary>
    public static Command Checked(this Command command)
    {
        command.Validators.Add(result =>
        {
            if (result.GetValue(Features) is not null && result.GetValue(Regressor) == TrainingOptions.Regressors[0])
            {
                result.AddError($"--features: {TrainingOptions.Regressors[0]} has columns of its own; only {TrainingOptions.Regressors[^1]} takes a number of them");
            }
        });
        return command;
    }

    public static Option<bool> AcceptBrokenFields { get; } = new("--accept-broken-fields")
    {
        Description = "Learn from records though a crawl found fields broken, and compare later crawls with it",
    };
}
