using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Constant;
using LiveQuality.Mining.Models.Linear;
using LiveQuality.Mining.Models.Neighbours;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Models.Svr;
using LiveQuality.Mining.Models.Trees;

namespace LiveQuality.Mining.Study.Running;

/// <summary>The regressors of the study, with the settings of each published table.</summary>
/// <remarks>
/// The paper gives few settings. Table A is nearest to what libraries have by default (docs/study.md lists what was tried); of table B k, and C and γ of the RBF kernel are known.
/// </remarks>
internal static class StudyRegressors
{
    private const int AllColumns = 24;
    private const int WithoutTag = 23;
    private const int Selected = 15;

    /// <summary>Names, in the study's order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Of(StudyEdition.A).Select(regressor => regressor.Name)];

    /// <summary>All of them, in the study's order.</summary>
    public static IReadOnlyList<StudyRegressor> Of(StudyEdition edition)
    {
        var isA = edition == StudyEdition.A;
        var columns = isA ? AllColumns : WithoutTag;
        var (neighbours, rbf) = isA ? (5, new SvrOptions(SvrKernel.Rbf)) : (10, new SvrOptions(SvrKernel.Rbf) { C = 1000, Gamma = SvrGamma.Of(0.1) });
        return
        [
            One(() => ConstantRegressor.Mean, "-", columns),
            One(() => ConstantRegressor.Median, "-", columns),
            One(() => new LinearRegression(), "least squares", columns),
            One(() => new RidgeRegression(), "alpha 1", columns),
            One(() => new LassoRegression(), "alpha 1", columns),
            One(() => new NearestNeighbours(neighbours), FormattableString.Invariant($"k {neighbours}"), isA ? columns : Selected),
            One(() => new Svr(rbf), isA ? "C 1, epsilon 0.1, gamma scale" : "C 1000, epsilon 0.1, gamma 0.1", isA ? columns : Selected),
            One(() => new Svr(SvrKernel.Linear), "C 1, epsilon 0.1", columns),
            One(() => new Svr(SvrKernel.Polynomial), "C 1, epsilon 0.1, degree 3, gamma scale", columns),
            One(() => new RandomForest(), "100 trees of up to 255 leaves", columns),
            One(() => new GradientBoosting(), "100 trees of 31 leaves, rate 0.1", columns),
            Net(NetShape.Mlp, "16-8-8-1", isA ? Selected : WithoutTag),
            Net(NetShape.MtbDnn2019, "16-8-8, branches 4, 3, 5", WithoutTag),
        ];
    }

    private static StudyRegressor One(Func<IRegressor> create, string settings, int features) => new(create().Kind, settings, features, create, null);

    private static StudyRegressor Net(NetShape shape, string layers, int features) => new(
        shape.Kind,
        $"{layers}, Adam 0.01, weight decay 1e-5, batches of 8, {MtbDnn2019.PublishedEpochs} epochs",
        features,
        null,
        redrawDead => new NetEnsemble(shape, MtbDnn2019.PublishedEpochs, redrawDead));
}
