using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Torch_OnThisMachine_Loads()
    {
        using var ones = torch.ones(2, 3);
        Assert.Equal(6, ones.sum().item<float>());
    }
}
