using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Tests.Models;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Training;

[Collection(TorchCollection.Name)]
public sealed class ModuleStateTests
{
    [Fact]
    public void Write_WhatAnotherNetRead_MakesItSayTheSame()
    {
        using var one = new SmallNet(seed: 1);
        using var other = new SmallNet(seed: 2);
        // Moves the running means.
        one.Loss([0, 1, 2, 3], new Random(1)).Dispose();
        one.Net.eval();
        other.Net.eval();
        Assert.NotEqual(one.Validate(), other.Validate());

        ModuleState.Write(other.Net, ModuleState.Read(one.Net));

        Assert.Equal(one.Validate(), other.Validate());
        Assert.Equal(one.Weights, other.Weights);
    }

    [Fact]
    public void Read_Net_HasWeightsAndRunningMeansAndNoCounters()
    {
        using var net = new SmallNet();

        Assert.Equal(
            ["head.bias", "head.weight", "linear.bias", "linear.weight", "norm.bias", "norm.running_mean", "norm.running_var", "norm.weight"],
            ModuleState.Read(net.Net).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("head.bias")]
    [InlineData("norm.running_var")]
    public void Write_TensorIsMissing_IsNamed(string name)
    {
        using var net = new SmallNet();
        var state = ModuleState.Read(net.Net);
        state.Remove(name);

        Assert.Contains($"{name} with shape", Assert.Throws<ModelFormatException>(() => ModuleState.Write(net.Net, state)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TensorOfAnotherShape_IsNamed()
    {
        using var net = new SmallNet();
        var state = ModuleState.Read(net.Net);
        state["linear.weight"] = new WeightTensor([4, 6], state["linear.weight"].Values);

        Assert.Contains("linear.weight with shape [6, 4]", Assert.Throws<ModelFormatException>(() => ModuleState.Write(net.Net, state)).Message, StringComparison.Ordinal);
    }
}
