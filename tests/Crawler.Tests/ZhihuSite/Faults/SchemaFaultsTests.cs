using System.Text.Json;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Site;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite.Faults;

public sealed class SchemaFaultsTests
{
    private const string BigPage = "/lives?limit=100&offset=0";

    private static readonly JsonElement[] True = Rows(new InventedSite(Worlds.Small).Answer("/lives", "?limit=100&offset=0").Body);

    [Fact]
    public async Task Renamed_AKey_HasItsValueUnderTheNewNameInTheSamePlace()
    {
        var rows = await RowsAsync(SchemaFaults.Renamed("liked_num", "like_count"));

        Assert.All(rows.Zip(True), pair =>
        {
            Assert.False(pair.First.TryGetProperty("liked_num", out _));
            Assert.Equal(pair.Second.GetProperty("liked_num").GetInt64(), pair.First.GetProperty("like_count").GetInt64());
            Assert.Equal(
                pair.Second.EnumerateObject().Select(property => property.Name.Replace("liked_num", "like_count", StringComparison.Ordinal)),
                pair.First.EnumerateObject().Select(property => property.Name));
        });
    }

    [Fact]
    public async Task Dropped_ANestedKey_IsMissingAndAllElseIsAsItWas()
    {
        var rows = await RowsAsync(SchemaFaults.Dropped("review.score"));

        Assert.All(rows.Zip(True), pair =>
        {
            Assert.False(pair.First.GetProperty("review").TryGetProperty("score", out _));
            Assert.Equal(pair.Second.GetProperty("review").GetProperty("count").GetInt32(), pair.First.GetProperty("review").GetProperty("count").GetInt32());
            Assert.Equal(pair.Second.GetProperty("description").GetRawText(), pair.First.GetProperty("description").GetRawText());
        });
    }

    [Theory]
    [InlineData("liked_num", JsonValueKind.Number, JsonValueKind.String)]
    [InlineData("subject", JsonValueKind.String, JsonValueKind.Array)]
    [InlineData("purchasable", null, JsonValueKind.String)]
    [InlineData("seats", JsonValueKind.Object, JsonValueKind.String)]
    public async Task Retyped_AKey_HasAnotherType(string key, JsonValueKind? before, JsonValueKind after)
    {
        var rows = await RowsAsync(SchemaFaults.Retyped(key));

        Assert.All(True, row => Assert.Equal(before ?? row.GetProperty(key).ValueKind, row.GetProperty(key).ValueKind));
        Assert.All(rows, row => Assert.Equal(after, row.GetProperty(key).ValueKind));
    }

    [Fact]
    public async Task Dropped_ForAShareOfItems_HitsTheSameItemsInEveryAnswer()
    {
        await using var site = await LocalSite.WithAsync(SchemaFaults.Dropped("liked_num", items: 0.3));

        var hit = Rows(await site.JsonAsync(BigPage)).Where(IsHit).Select(Id).ToArray();
        var (first, second) = (await site.JsonAsync("/lives?limit=50&offset=0"), await site.JsonAsync("/lives?limit=50&offset=50"));
        var again = Rows(first).Concat(Rows(second)).Where(IsHit).Select(Id);
        var wrapped = Rows(await site.JsonAsync("/lives/homefeed?limit=100&offset=0")).Select(row => row.GetProperty("live")).Where(IsHit).Select(Id);
        var single = await site.JsonAsync($"/lives/{hit[0]}");

        Assert.InRange(hit.Length, 15, 45);
        Assert.Equal(hit, again);
        Assert.Equal(hit, wrapped);
        Assert.True(IsHit(single));

        static bool IsHit(JsonElement live) => !live.TryGetProperty("liked_num", out _);
        static string Id(JsonElement live) => live.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement[]> RowsAsync(Fault fault)
    {
        await using var site = await LocalSite.WithAsync(fault);
        return Rows(await site.JsonAsync(BigPage));
    }

    private static JsonElement[] Rows(byte[] page) => Rows(JsonElement.Parse(page));

    private static JsonElement[] Rows(JsonElement page) => [.. page.GetProperty("data").EnumerateArray()];
}
