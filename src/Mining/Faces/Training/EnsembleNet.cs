using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>What <see cref="FoldEnsemble"/> has to know of a net.</summary>
/// <typeparam name="TNet">The net.</typeparam>
/// <param name="Create">Makes one of so many columns, with its chance.</param>
/// <param name="Loss">Loss of the net on rows, which are these faces.</param>
/// <param name="Said">What the net says of rows in evaluation mode, one number each.</param>
/// <param name="Quality">How good that is for these faces; more is better.</param>
internal sealed record EnsembleNet<TNet>(Func<int, Generator, TNet> Create, Func<TNet, Tensor, int[], Tensor> Loss, Func<TNet, Tensor, double[]> Said, Func<double[], int[], double> Quality)
    where TNet : nn.Module;
