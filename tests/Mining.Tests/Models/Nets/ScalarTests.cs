using LiveQuality.Mining.Models.Nets;
using NetArchTest.Rules;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Nets;

/// <summary>
/// TorchSharp 0.107 makes a Scalar of every plain number in an expression and holds none of them; the collector may free one while libtorch reads it.
/// It strikes once in many trainings, so the rule is checked where it cannot hide: who mentions Scalar, or an optimiser that does, at all.
/// </summary>
public sealed class ScalarTests
{
    [Fact]
    public void Scalars_OutsideAdamWhichHoldsThem_AreNotUsed()
    {
        var users = Types.InAssembly(typeof(Adam).Assembly).That().HaveDependencyOn(typeof(Scalar).FullName).GetTypes();

        Assert.Equal([typeof(Adam)], users);
    }

    [Fact]
    public void OptimisersOfTorchSharp_Nowhere_AreUsed()
    {
        var users = Types.InAssembly(typeof(Adam).Assembly).That().HaveDependencyOnAny(typeof(torch.optim).FullName, typeof(torch.optim.Optimizer).FullName).GetTypes();

        Assert.Empty(users);
    }
}
