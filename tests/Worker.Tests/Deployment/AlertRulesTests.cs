using System.Diagnostics;
using System.Text.RegularExpressions;
using LiveQuality.Worker.Tests.Http.Api;
using Xunit;

namespace LiveQuality.Worker.Tests.Deployment;

/// <summary>The rules for Prometheus: an alert on a metric that there is not never fires, and nobody notices.</summary>
[Collection(ApiCollection.Name)]
public sealed partial class AlertRulesTests(ApiSite site)
{
    private const string Rules = "deploy/alerts.yml";

    [Fact]
    public async Task Rules_EveryMetricTheyAsk_IsScraped()
    {
        var rules = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, Rules), TestContext.Current.CancellationToken);
        var asked = rules.Where(line => line.TrimStart().StartsWith("expr:", StringComparison.Ordinal))
            .SelectMany(line => Metric().Matches(line).Select(match => match.Value)).ToHashSet();

        // The first page makes the metrics of requests, and health is looked at by itself.
        var scraped = await site.Client.UntilAsync("/metrics", (_, body) => body.Contains("http_server_request_duration", StringComparison.Ordinal) && body.Contains("livequality_health", StringComparison.Ordinal));

        Assert.Equal(["http_server_request_duration_seconds_count", "livequality_health", "livequality_run_last_timestamp_seconds"], asked.Order(StringComparer.Ordinal));
        Assert.All(asked, metric => Assert.Matches($@"(?m)^{metric}(\{{[^}}]*\}})? [0-9]", scraped));
        Assert.Contains("http_response_status_code=\"200\"", scraped, StringComparison.Ordinal);
        // When ApiSite's failed crawl ended.
        Assert.Matches("(?m)^livequality_run_last_timestamp_seconds\\{[^}]*command=\"crawl\",outcome=\"failed\"[^}]*\\} 1516019400\\b", scraped);
    }

    [Fact]
    public async Task Rules_ByPrometheusItself_FireWhenTheyShould()
    {
        const string Tool = "/usr/bin/promtool";
        Assert.SkipUnless(File.Exists(Tool), $"no {Tool} here");
        var start = new ProcessStartInfo(Tool, ["test", "rules", Path.Combine(Repository.Root, "tests", "Worker.Tests", "Deployment", "alerts.tests.yml")]) { RedirectStandardOutput = true, RedirectStandardError = true };

        using var tool = Process.Start(start)!;
        var said = await tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(tool.ExitCode == 0, said);
    }

    [GeneratedRegex(@"\b(?:livequality|http_server)_\w+")]
    private static partial Regex Metric();
}
