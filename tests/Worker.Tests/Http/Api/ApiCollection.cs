using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary>Tests that ask one service, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ApiCollection : ICollectionFixture<ApiSite>
{
    public const string Name = "Api";
}
