using LiveQuality.Tests;
using LiveQuality.Worker.Http.Security;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Security;

public sealed class ApiKeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hash_OfAKey_IsItsSha256() => Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ApiKeys.Hash("abc"));

    [Fact]
    public void New_Twice_AreTwoKeysOf256Bits()
    {
        var (one, other) = (ApiKeys.New(), ApiKeys.New());

        Assert.NotEqual(one, other);
        Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(one).Length);
    }

    [Fact]
    public void NameOf_SeveralKeys_IsWhoseItIs()
    {
        var keys = new ApiKeys(new Dictionary<string, string> { ["ann"] = ApiKeys.Hash("first"), ["bob"] = ApiKeys.Hash("second").ToUpperInvariant() });

        Assert.Equal(("ann", "bob"), (keys.NameOf("first"), keys.NameOf("second")));
        Assert.Null(keys.NameOf("third"));
        Assert.Null(keys.NameOf(ApiKeys.Hash("first")));
        Assert.Null(keys.NameOf(string.Empty));
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("Ann_2")]
    public async Task KeysNew_Name_IsASettingThatAShellTakes(string name)
    {
        var ended = await new Commands.Program(_folder.PathOf(".")).RunAsync("keys", "new", name);

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal($"LIVEQUALITY_CONFIG_Http__Keys__{name}={ApiKeys.Hash(ended.Output.TrimEnd())}", ended.Errors.TrimEnd());
    }

    [Theory]
    [InlineData("an n")]
    [InlineData("ann:bob")]
    [InlineData("安")]
    [InlineData("ann-bob")]
    [InlineData("ann__bob")]
    [InlineData("_ann")]
    [InlineData("")]
    public async Task KeysNew_BadName_IsOneLineThatNamesIt(string name)
    {
        var ended = await new Commands.Program(_folder.PathOf(".")).RunAsync("keys", "new", name);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("NAME", Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
