using System.Net;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary><c>POST /api/faces/*</c> where faces are not looked at.</summary>
[Collection(ApiCollection.Name)]
public sealed class FacesOffTests(ApiSite site)
{
    [Theory]
    [InlineData("/api/faces/analyze")]
    [InlineData("/api/faces/verify")]
    public async Task Faces_Off_Is403ThatNamesTheOption(string path)
    {
        using var form = new MultipartFormDataContent { { new StringContent(ApiSite.PortraitId), "picture" } };

        using var answer = await site.Client.PostAsync(Answers.Path(path), form, TestContext.Current.CancellationToken);

        Assert.Contains("Faces:Enabled is off", await answer.ProblemAsync(HttpStatusCode.Forbidden), StringComparison.Ordinal);
    }
}
