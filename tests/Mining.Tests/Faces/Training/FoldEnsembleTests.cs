using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.Models;
using LiveQuality.Tests;
using Xunit;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Tests.Faces.Training;

[Collection(TorchCollection.Name)]
public sealed class FoldEnsembleTests : IDisposable
{
    private const int Faces = 23;

    private static readonly TrainingPlan Plan = new(Epochs: 2, BatchSize: 4, LearningRate: 0.01, WeightDecay: 0, Patience: 2);

    private readonly TemporaryFolder _folder = new();
    private readonly Matrix _rows = Some.Matrix(Faces, 2, 1);
    private readonly Dictionary<nn.Module, HashSet<int>> _learned = [];
    private readonly List<(nn.Module Net, int[] Faces)> _judged = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fit_EveryFace_IsJudgedOnceByANetThatHadNotSeenIt()
    {
        Fit();

        var folds = _judged.DistinctBy(judged => judged.Net).ToArray();
        Assert.Equal(Enumerable.Range(0, Faces), folds.SelectMany(fold => fold.Faces).Order());
        Assert.Equal(FoldEnsemble.Folds, folds.Length);
        Assert.All(folds, fold => Assert.Empty(_learned[fold.Net].Intersect(fold.Faces)));
        Assert.All(folds, fold => Assert.InRange(fold.Faces.Length, Faces / FoldEnsemble.Folds, (Faces / FoldEnsemble.Folds) + 1));
    }

    [Fact]
    public void Fit_WhatIsSaidOfUnseenFaces_StandsAtTheirPlaces()
    {
        var scale = ColumnScale.Of(_rows);

        var (_, unseen) = Fit();

        // The net says the first column, scaled.
        Assert.Equal(scale.Apply(_rows).Column(0), unseen, (one, other) => Math.Abs(one - other) < 1e-5);
    }

    [Fact]
    public void Fit_Anything_GivesScaleAndFiveNetsThatDiffer()
    {
        var (state, _) = Fit();

        Assert.Equal(ColumnScale.Of(_rows).Means.Select(mean => (float)mean), state["means"].Values);
        Assert.Equal(2, state["deviations"].Values.Length);
        Assert.Equal(5, Enumerable.Range(0, 5).Select(net => state[$"net{net}.weight"].Values[0]).Distinct().Count());
    }

    [Fact]
    public void Fit_Progress_IsOneBarOverAllNets()
    {
        var heard = new List<(int, int)>();

        Fit(new Listener<FitProgress>(progress => heard.Add((progress.Epoch, progress.Epochs))));

        Assert.Equal(Enumerable.Range(1, 10).Select(pass => (pass, 10)), heard);
    }

    private (Dictionary<string, WeightTensor> State, double[] Unseen) Fit(IProgress<FitProgress>? progress = null) => new FoldEnsemble(Plan, 1).Fit(
        _rows, new EnsembleNet<TorchSharp.Modules.Linear>(Create, Loss, (_, rows) => [.. rows.select(1, 0).data<float>().Select(value => (double)value)], Quality),
        _folder.PathOf("net.checkpoint"), "key", progress, TestContext.Current.CancellationToken);

    private static TorchSharp.Modules.Linear Create(int columns, Generator chance)
    {
        var net = nn.Linear(columns, 1);
        LiveQuality.Mining.Faces.Networks.FirstWeights.Draw(net, chance);
        return net;
    }

    private Tensor Loss(TorchSharp.Modules.Linear net, Tensor rows, int[] faces)
    {
        _learned.TryAdd(net, []);
        _learned[net].UnionWith(faces);
        return net.call(rows).square().mean();
    }

    private double Quality(double[] said, int[] faces)
    {
        _judged.Add((_learned.Keys.Last(), faces));
        return said.Average();
    }
}
