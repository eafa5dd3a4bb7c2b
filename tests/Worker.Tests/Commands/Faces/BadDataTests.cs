using System.Text;
using LiveQuality.Tests.Faces;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands.Faces;

/// <summary>Data sets, heads and places that <c>faces train</c> and <c>faces evaluate</c> cannot work with: one line that names them.</summary>
public sealed class BadDataTests : IDisposable
{
    private static readonly byte[] Face = new DrawnFace(1).Encode(160);

    private readonly FaceProgram _program = new();

    public void Dispose() => _program.Dispose();

    public static TheoryData<string, string> BadData { get; } = new()
    {
        { "missing.zip", "missing.zip: cannot be read as a zip of faces" },
        { "text.zip", "text.zip: cannot be read as a zip of faces" },
        { "nothing.zip", "nothing.zip: cannot be read as a zip of faces" },
        { "cut.zip", "cut.zip: cannot be read as a zip of faces" },
        { "folder.zip", "folder.zip: cannot be read as a zip of faces" },
        { "unlabelled.zip", "unlabelled.zip: there is no labels.csv in it" },
        { "nameless.zip", "nameless.zip/labels.csv" },
        { "stranger.zip", "column file: '../a.png' names no picture of the archive" },
        { "words.zip", "column attractiveness: 'pretty' is no number" },
        { "damaged.zip", "damaged.zip: images/a.png is damaged" },
        { "faceless.zip", "faceless.zip: no face is found in any picture" },
        { "others.zip", "none of the faces has a label 'attractiveness'" },
        { "few.zip", "1 faces with a label 'attractiveness' are too few" },
    };

    [Theory]
    [MemberData(nameof(BadData))]
    public async Task Train_OnBadData_NamesThemAndWritesNothing(string name, string expected)
    {
        _program.WithModels();
        Write(name);

        var said = await _program.FailAsync(1, "train", "trans-fbp", "--data", name, "--out", "head.json", "--json");

        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(PathOf("."), "head*"));
    }

    [Theory]
    [InlineData("triplet", "few.zip: there is no pairs.csv in it")]
    [InlineData("tree-cnn", "1 faces with a label 'gender' are too few")]
    [InlineData("crnet", "'attractiveness' are too few")]
    [InlineData("hmt-net", "are too few")]
    public async Task Train_OnDataForAnotherNetwork_SaysWhatIsMissing(string network, string expected)
    {
        _program.WithModels();
        Write("few.zip");

        Assert.Contains(expected, await _program.FailAsync(1, "train", network, "--data", "few.zip", "--out", "head.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", null)]
    [InlineData("nothing.json", "")]
    [InlineData("text.json", "this is no head")]
    [InlineData("null.json", "null")]
    [InlineData("other.json", "{\"kind\": \"trans-fbp\"}")]
    [InlineData("deep.json", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task Evaluate_ByWhatIsNoHead_NamesIt(string name, string? text)
    {
        _program.WithModels();
        Write("few.zip");
        if (text is not null)
        {
            _program.Folder.Write(name, text);
        }

        var said = await _program.FailAsync(1, "evaluate", "--data", "few.zip", "--task", "attractiveness", "--model", name, "--json");

        Assert.StartsWith($"{name}: cannot be read as a trained head", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_ByATrainedHead_NamesWhatDoesNotFit()
    {
        _program.WithModels();
        Write("few.zip");
        FaceZip.WritePortraits(PathOf("faces.zip"), faces: 10, walls: 0);
        Assert.Equal(0, (await _program.RunAsync("train", "trans-fbp", "--data", "faces.zip", "--out", "head.json")).ExitCode);
        File.Copy(PathOf("head.json"), PathOf("alone.json"));
        File.Copy(PathOf("head.json"), PathOf("changed.json"));
        var weights = await File.ReadAllBytesAsync(PathOf("head.safetensors"), TestContext.Current.CancellationToken);
        weights[^1] ^= 1;
        _program.Folder.Write("changed.safetensors", weights);
        _program.Folder.Write("stranger.json", (await File.ReadAllTextAsync(PathOf("head.json"), TestContext.Current.CancellationToken)).Replace("\"features\": \"", "\"features\": \"other+", StringComparison.Ordinal));
        File.Copy(PathOf("head.safetensors"), PathOf("stranger.safetensors"));

        Assert.Contains("says nothing of age", await EvaluateAsync("head.json", "age"), StringComparison.Ordinal);
        Assert.Contains("few.zip: there is no pairs.csv in it", await EvaluateAsync("head.json", "verification"), StringComparison.Ordinal);
        Assert.StartsWith("alone.json: cannot be read as a trained head", await EvaluateAsync("alone.json", "attractiveness"), StringComparison.Ordinal);
        Assert.Contains("changed.safetensors does not match the manifest's SHA-256", await EvaluateAsync("changed.json", "attractiveness"), StringComparison.Ordinal);
        Assert.Contains("was trained on the features other+", await EvaluateAsync("stranger.json", "attractiveness"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/null/head.json")]
    [InlineData("file/head.json")]
    [InlineData("folder.json")]
    public async Task Train_ToWhereNothingCanBeWritten_NamesThePlace(string place)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "names a device");
        _program.WithModels();
        FaceZip.WritePortraits(PathOf("faces.zip"), faces: 10, walls: 0);
        _program.Folder.Write("file", "in the way");
        Directory.CreateDirectory(PathOf("folder.json"));

        var said = await _program.FailAsync(1, "train", "trans-fbp", "--data", "faces.zip", "--out", place, "--json");

        Assert.StartsWith($"{place}: cannot be written", said, StringComparison.Ordinal);
    }

    private string PathOf(string name) => _program.Folder.PathOf(name);

    private Task<string> EvaluateAsync(string head, string task) => _program.FailAsync(1, "evaluate", "--data", "few.zip", "--task", task, "--model", head, "--json");

    private void Write(string name)
    {
        FaceZip.Write(PathOf("few.zip"), [("a.png", Face, "3,20,female,white")]);
        var few = File.ReadAllBytes(PathOf("few.zip"));
        switch (name)
        {
            case "text.zip":
                _program.Folder.Write(name, "this is no zip");
                break;
            case "nothing.zip":
                _program.Folder.Write(name, "");
                break;
            case "cut.zip":
                _program.Folder.Write(name, few[..^40]);
                break;
            case "damaged.zip":
                // The last header is the picture's; the directory still promises it.
                few[few.AsSpan().LastIndexOf("PK\u0003\u0004"u8)] ^= 1;
                _program.Folder.Write(name, few);
                break;
            case "folder.zip":
                Directory.CreateDirectory(PathOf(name));
                break;
            case "unlabelled.zip":
                FaceZip.WriteFiles(PathOf(name), [("images/a.png", Face)]);
                break;
            case "nameless.zip":
                WriteLabelled(name, "attractiveness\n3\n");
                break;
            case "stranger.zip":
                WriteLabelled(name, "file,attractiveness\n../a.png,3\n");
                break;
            case "words.zip":
                WriteLabelled(name, "file,attractiveness\na.png,pretty\n");
                break;
            case "others.zip":
                WriteLabelled(name, "file,age\na.png,20\n");
                break;
            case "faceless.zip":
                FaceZip.Write(PathOf(name), [("a.png", [], "3,20,,"), ("b.png", Encoding.UTF8.GetBytes("no picture"), "3,20,,")]);
                break;
        }
    }

    private void WriteLabelled(string name, string labels) => FaceZip.WriteFiles(PathOf(name), [("images/a.png", Face), (FaceZip.Labels, Encoding.UTF8.GetBytes(labels))]);
}
