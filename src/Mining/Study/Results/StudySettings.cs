using LiveQuality.Mining.Study.Published;

namespace LiveQuality.Mining.Study.Results;

/// <summary>How a study is run; every choice made, none left to a default elsewhere.</summary>
/// <param name="Table">The published table.</param>
/// <param name="Protocol">Where the flaws' defaults came from.</param>
/// <param name="FoldsBy">What decides about the split.</param>
/// <param name="Flaws">The flaws.</param>
/// <param name="Regressors">Names, in the study's order.</param>
/// <param name="MinReviews">Least reviews of a live that takes part, 1 or more.</param>
/// <param name="Folds">Folds, 2 or more; table B has one split whatever this says.</param>
/// <param name="Seed">Of the folds, of <c>mtb-dnn</c>, and the first of the other networks' seeds.</param>
/// <param name="Seeds">How many seeds each network is trained with, 1 or more; not <c>mtb-dnn</c>, which is an ensemble of its own and trained once a fold.</param>
/// <param name="Features">15 selected columns, or all 23 (without the tag) or 24; null for what the published table used for each regressor. Those of the rich columns keep theirs.</param>
public sealed record StudySettings(
    StudyEdition Table,
    StudyProtocol Protocol,
    FoldsBy FoldsBy,
    StudyFlaws Flaws,
    IReadOnlyList<string> Regressors,
    int MinReviews,
    int Folds,
    int Seed,
    int Seeds,
    int? Features)
{
    /// <summary>Least reviews of a live in a published table.</summary>
    public static int PublishedMinReviews(StudyEdition table) => table == StudyEdition.A ? PublishedTables.MinReviewsA : PublishedTables.MinReviewsB;
}
