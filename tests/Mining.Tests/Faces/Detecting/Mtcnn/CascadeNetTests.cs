using LiveQuality.Mining.Faces.Detecting.Mtcnn;
using LiveQuality.Mining.Faces.Weights;
using LiveQuality.Mining.Tests.Models;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Detecting.Mtcnn;

[Collection(TorchCollection.Name)]
public sealed class CascadeNetTests
{
    [Fact]
    public void Nets_AsDrawn_HaveTheAuthorsParameters()
    {
        // Together 495,850 floats, the size of the authors' weights.
        Assert.Equal([6_632, 100_178, 389_040], [Count(CascadeNet.Proposal), Count(CascadeNet.Refinement), Count(CascadeNet.Output)]);
    }

    [Theory]
    [InlineData(12, 12)]
    [InlineData(13, 40)]
    [InlineData(55, 96)]
    public void Proposal_AnyPicture_SaysOnePlaceEachSecondPixel(int height, int width)
    {
        using var scope = torch.NewDisposeScope();
        using var net = CascadeNet.Proposal();

        var heads = net.forward(torch.zeros(1, 3, height, width));

        Assert.Equal([1, 2, PyramidScales.Cells(height), PyramidScales.Cells(width)], heads[0].shape);
        Assert.Equal([1, 4, PyramidScales.Cells(height), PyramidScales.Cells(width)], heads[1].shape);
    }

    [Fact]
    public void RefinementAndOutput_TwoCrops_SayTwoScoresFourEdgesTenNumbers()
    {
        using var scope = torch.NewDisposeScope();
        using var refinement = CascadeNet.Refinement();
        using var output = CascadeNet.Output();

        var refined = refinement.forward(torch.zeros(2, 3, CascadeNet.RefinementSide, CascadeNet.RefinementSide));
        var said = output.forward(torch.zeros(2, 3, CascadeNet.OutputSide, CascadeNet.OutputSide));

        long[][] shapes = [[2, 2, 1, 1], [2, 4, 1, 1], [2, 2, 1, 1], [2, 4, 1, 1], [2, 10, 1, 1]];
        Assert.Equal(shapes, [.. refined.Concat(said).Select(head => head.shape)]);
    }

    [Fact]
    public void Fill_WeightsOfAnotherNet_NamesWhatIsMissing()
    {
        using var net = CascadeNet.Proposal();
        var none = new Dictionary<string, PretrainedArray>(StringComparer.Ordinal);

        var error = Assert.Throws<MiningException>(() => MtcnnWeights.Fill(net, "pnet", none));

        Assert.Contains("pnet/conv1/weights", error.Message, StringComparison.Ordinal);
    }

    private static long Count(Func<CascadeNet> make)
    {
        using var net = make();
        return net.parameters().Sum(parameter => parameter.numel());
    }
}
