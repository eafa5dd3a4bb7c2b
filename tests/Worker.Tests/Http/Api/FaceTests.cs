using System.Net;
using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary><c>POST /api/faces/*</c> with pictures of nobody. Needs the installed models and the trained heads.</summary>
public sealed class FaceTests : IClassFixture<FaceSite>
{
    private readonly FaceSite _site;

    public FaceTests(FaceSite site)
    {
        _site = site;
        _ = FaceModels.Folder;
        TrainedHeads.Require();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Analyze_OfADrawnFace_SaysSomethingOfItAndWhereToReadOfItsErrors()
    {
        using var answer = await PostAsync("analyze", ("picture", FaceSite.Face));

        var item = (await JsonAsync(answer)).GetProperty("items")[0];
        Assert.Equal("picture.png", item.GetProperty("file").GetString());
        Assert.Contains(item.GetProperty("outcome").GetString(), (string[])["Face", "Abstained"]);
        Assert.Contains("faces.md#by-group", answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("this is no picture")]
    [InlineData("\u0089PNG\r\n\u001a\nand no more")]
    [InlineData("RIFF1234WEBPVP8 ")]
    [InlineData("")]
    public async Task Analyze_OfAHostileFile_IsRefusedWithAReason(string bytes)
    {
        using var answer = await PostAsync("analyze", ("picture", System.Text.Encoding.Latin1.GetBytes(bytes)));

        var item = (await JsonAsync(answer)).GetProperty("items")[0];
        Assert.Equal("Refused", item.GetProperty("outcome").GetString());
        Assert.NotEmpty(item.GetProperty("reason").GetString()!);
    }

    [Fact]
    public async Task Analyze_OfAStoredPortrait_IsWhatWasSaidOfItWithoutWhoItIs()
    {
        using var answer = await PostAsync("analyze", ("picture", FaceSite.Portrait));

        var said = await JsonAsync(answer);
        Assert.Equal(3.2, said.GetProperty("attractiveness").GetProperty("mean").GetDouble());
        Assert.True(!said.TryGetProperty("embedding", out var embedding) || embedding.ValueKind == JsonValueKind.Null);
    }

    [Theory]
    [InlineData("https://pic.example/1.jpg")]
    [InlineData("/etc/passwd")]
    [InlineData(FaceSite.Forgotten)]
    public async Task Analyze_OfAnIdThatIsNone_Is404(string id)
    {
        using var answer = await PostAsync("analyze", ("picture", id));

        Assert.Contains(id, await answer.ProblemAsync(HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OnePictureTwice_IsOnePerson()
    {
        using var answer = await PostAsync("verify", ("first", FaceSite.Face), ("second", FaceSite.Face));

        Assert.True((await JsonAsync(answer)).GetProperty("same").GetBoolean());
    }

    [Fact]
    public async Task Verify_PortraitOfTheSameNetsAndOtherHeads_IsCompared()
    {
        using var analyzed = await PostAsync("analyze", ("picture", FaceSite.Face));
        var said = await JsonAsync(analyzed);
        var embedding = said.GetProperty("items")[0].GetProperty("embedding").EnumerateArray().Select(number => number.GetSingle());
        await _site.AddAsync(FaceSite.One("00000000000000dd", new FaceResult { Model = $"{said.GetProperty("models")[0].GetString()} head-of-yesterday", Outcome = FaceOutcomes.Face, SpeakerIds = ["s"], Embedding = [.. embedding] }));

        using var answer = await PostAsync("verify", ("first", "00000000000000dd"), ("second", FaceSite.Face));

        Assert.True((await JsonAsync(answer)).GetProperty("same").GetBoolean());
    }

    [Fact]
    public async Task Verify_PortraitWithoutAFace_SaysWhyThereIsNoAnswer()
    {
        using var answer = await PostAsync("verify", ("first", FaceSite.WithoutFace), ("second", FaceSite.Face));

        var said = await JsonAsync(answer);
        Assert.Equal(JsonValueKind.Null, said.GetProperty("same").ValueKind);
        Assert.Equal($"{FaceSite.WithoutFace}: NoFace", said.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData(FaceSite.Portrait, "was looked at by m, and faces are compared by mtcnn-2016")]
    [InlineData(FaceSite.Forgotten, "nothing is said of a portrait")]
    [InlineData("unknown", "nothing is said of a portrait unknown")]
    public async Task Verify_PortraitThatCannotBeCompared_IsOneLine(string id, string why)
    {
        using var answer = await PostAsync("verify", ("first", FaceSite.Face), ("second", id));

        Assert.Contains(why, await answer.ProblemAsync(id == FaceSite.Portrait ? HttpStatusCode.Conflict : HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analyze", "other", "picture: ")]
    [InlineData("verify", "second", "first: ")]
    [InlineData("verify", "first", "second: ")]
    public async Task Form_WithoutAField_IsOneLineThatNamesIt(string what, string given, string start)
    {
        using var answer = await PostAsync(what, (given, FaceSite.Face));

        Assert.StartsWith(start, await answer.ProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data", "nothing")]
    [InlineData("application/x-www-form-urlencoded", "picture=%00")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"picture\"\r\n\r\nhalf")]
    [InlineData("multipart/form-data; boundary=x", "no boundary at all")]
    public async Task Form_ThatIsNone_IsOneLine(string contentType, string body)
    {
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var answer = await _site.Client.PostAsync(Answers.Path("/api/faces/analyze"), content, Cancel);

        Assert.NotEmpty(await answer.ProblemAsync(contentType.StartsWith("multipart", StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.UnsupportedMediaType));
    }

    [Fact]
    public async Task Form_TooLarge_Is413()
    {
        using var answer = await PostAsync("analyze", ("picture", new byte[FaceSite.LargestBody + 1]));

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge));
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        return JsonDocument.Parse(body).RootElement;
    }

    private async Task<HttpResponseMessage> PostAsync(string what, params (string Field, object Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields)
        {
            if (value is byte[] bytes)
            {
                form.Add(new ByteArrayContent(bytes), field, $"{field}.png");
            }
            else
            {
                form.Add(new StringContent((string)value), field);
            }
        }

        return await _site.Client.PostAsync(Answers.Path($"/api/faces/{what}"), form, Cancel);
    }
}
