using Xunit;

namespace LiveQuality.Mining.Tests.Models;

/// <summary>Tests that count every tensor of the process run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TorchCollection
{
    public const string Name = "torch, alone";
}
