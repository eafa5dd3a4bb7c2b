using LiveQuality.Tests;
using LiveQuality.Worker.Tests.Http.Api;
using LiveQuality.Worker.Tests.Jobs;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

public sealed class HealthCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Health_OfAServiceAtAnAddressOfItsOwn_AsksThere()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs all of 127.0.0.0/8");
        var address = new Uri($"http://127.0.0.2:{Service.FreePort()}");
        await using var service = Service.StartAt(address, _folder.PathOf("."), $"sqlite:{_folder.PathOf("health.db")}", ("Schedule:FirstRunAtStart", "false"));
        using var client = new HttpClient { BaseAddress = address };
        await client.UntilAsync("/health/ready", (answer, _) => answer.IsSuccessStatusCode);

        var environment = new Dictionary<string, string> { ["LIVEQUALITY_CONFIG_Http__Address"] = address.ToString().TrimEnd('/'), ["http_proxy"] = "http://127.0.0.1:1" };
        var ended = await new Program(_folder.PathOf("."), environment).RunAsync("health");

        Assert.True(ended.ExitCode == 0, ended.Errors);
        Assert.Contains("\"status\":\"ok\"", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_WhereNobodyListens_IsOneLineThatNamesTheAddress()
    {
        var address = $"http://127.0.0.1:{Service.FreePort()}";

        var ended = await new Program(_folder.PathOf(".")).RunAsync("health", "--address", address);

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith($"livequality: no service answers at {address}: ", Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
