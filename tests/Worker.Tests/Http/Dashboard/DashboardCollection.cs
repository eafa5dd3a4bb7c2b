using Xunit;

namespace LiveQuality.Worker.Tests.Http.Dashboard;

/// <summary>Tests that share one service, one store and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class DashboardCollection : ICollectionFixture<DashboardSite>
{
    public const string Name = "Dashboard";
}
