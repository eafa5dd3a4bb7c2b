using LiveQuality.Mining.Models.Nets;
using Mono.Cecil;
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
    public void Scalars_OutsideThoseWhoHoldThem_AreNotUsed()
    {
        // The faces' networks hold theirs as fields, in a using, or in Held; plain numbers they may not hand over either, says the next test.
        var users = Types.InAssembly(typeof(Adam).Assembly).That().HaveDependencyOn(typeof(Scalar).FullName)
            .And().DoNotResideInNamespace("LiveQuality.Mining.Faces.Networks").GetTypes();

        Assert.Equal([typeof(Adam), typeof(SeededDropout), typeof(StackedAdam)], users.OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    // add_(tensor), for one, calls add_(tensor, 1), and nobody holds that 1.
    [Fact]
    public void MethodsOfTorchSharpThatMakeAScalar_Nowhere_AreCalled()
    {
        using var torchSharp = ModuleDefinition.ReadModule(typeof(torch).Assembly.Location);
        using var mining = ModuleDefinition.ReadModule(typeof(Adam).Assembly.Location);
        var makers = Calls(torchSharp).Where(call => MakesScalar(call.Called)).Select(call => call.Caller.FullName).ToHashSet(StringComparer.Ordinal);

        var guilty = Calls(mining).Where(call => makers.Contains(call.Called.FullName)).Select(call => $"{call.Caller.FullName} calls {call.Called.FullName}");

        Assert.Contains(makers, name => name.Contains("Tensor::add_(TorchSharp.torch/Tensor)", StringComparison.Ordinal));
        Assert.True(!guilty.Any(), string.Join("\n", guilty));

        static bool MakesScalar(MethodReference method) => method.Name == "op_Implicit" && method.DeclaringType.FullName == typeof(Scalar).FullName;
    }

    [Fact]
    public void OptimisersOfTorchSharp_Nowhere_AreUsed()
    {
        var users = Types.InAssembly(typeof(Adam).Assembly).That().HaveDependencyOnAny(typeof(torch.optim).FullName, typeof(torch.optim.Optimizer).FullName).GetTypes();

        Assert.Empty(users);
    }

    private static IEnumerable<(MethodDefinition Caller, MethodReference Called)> Calls(ModuleDefinition module) =>
        from type in module.GetTypes()
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.Operand is MethodReference
        select (method, (MethodReference)instruction.Operand);
}
