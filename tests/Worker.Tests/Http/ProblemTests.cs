using System.Net;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Http;
using LiveQuality.Worker.Tests.Http.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LiveQuality.Worker.Tests.Http;

/// <summary>What goes wrong is problem details whatever the client accepts.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("text/csv")]
    [InlineData("application/vnd.apache.parquet")]
    public async Task Store_ThatIsAway_Is503WithTheReason(string accept)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddProblemDetails().AddExceptionHandler<ProblemHandler>();
        await using var app = builder.Build();
        app.UseExceptionHandler();
        app.MapGet("/", string () => throw new StoreException("the store has not been read yet"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var answer = await client.GetAsync("/", ("Accept", accept));

        Assert.Equal("the store has not been read yet", await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable));
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
    }
}
