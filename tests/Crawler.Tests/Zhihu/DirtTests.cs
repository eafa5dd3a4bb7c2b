using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Zhihu;

public sealed class DirtTests
{
    private const string Seed = "0N0XIzNsQ0O2";
    private const int Slice = 3_000;

    // What dirt looks like: one odd byte, or one of these in place of a few.
    private static readonly string[] Scraps =
        ["", "null", "{}", "[]", "\"\"", "-1", "1e999", "9.3E+17", "\"\\ud800\"", "\\ud800", "\u0008", "{\"id\":", "]", "}", "<html>", "\"0\"", "true", "99999999999999999999", "<", "é"];

    private static readonly Gen<(int At, int Length, string Scrap)[]> Mutations =
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 12], Gen.Int[0, Scraps.Length - 1].Select(i => Scraps[i])).Array[1, 4];

    [Fact]
    public void LivePage_OfMutatedBytes_NeverThrows() =>
        NeverThrows(Wire.Page(Wire.Live(), Wire.Live()), body => Check(LivePage.Parse(body)));

    [Fact]
    public void LivePage_OfMutatedWrappedBytes_NeverThrows() =>
        NeverThrows(Wire.Page(new JsonObject { ["object_type"] = "live", ["live"] = Wire.Live() }), body => Check(LivePage.Parse(body)));

    [Fact]
    public void ReviewPage_OfMutatedBytes_NeverThrows() =>
        NeverThrows(Wire.Page(Wire.Review(), Wire.Review()), body => Check(ReviewPage.Parse(body)));

    [Fact]
    public void PersonAnswer_OfMutatedBytes_NeverThrows() =>
        NeverThrows(Wire.Bytes(Wire.Person()), body => Check(PersonAnswer.Parse(body)));

    [Fact]
    public void PageState_OfMutatedBytes_NeverThrows()
    {
        var state = Wire.Text(new JsonObject { ["lives"] = new JsonObject { ["livesMap"] = new JsonObject { ["1"] = Wire.StateLive() } } });
        NeverThrows(Encoding.UTF8.GetBytes(state), body => Check(PageState.Parse(body)));
        NeverThrows(Encoding.UTF8.GetBytes($"<html><script>window.__APP_STATE__ = {state};</script></html>"), body => Check(PageState.Parse(body)), Slice / 5);
    }

    [Fact]
    public void PeoplePage_OfMutatedBytes_NeverThrows()
    {
        const string html = """<html><script id="js-initialData">{"initialState":{"entities":{"users":{"a":{"id":"1","urlToken":"a","name":"b","gender":1,"badge":[]}}}}}</script></html>""";
        NeverThrows(Encoding.UTF8.GetBytes(html), body => Check(PeoplePage.Parse(body)), Slice / 5);
    }

    private static void NeverThrows(byte[] clean, Action<byte[]> parse, int iterations = Slice) =>
        Mutations.Sample(mutations => parse(Mutate(clean, mutations)), iter: iterations, seed: Seed);

    private static byte[] Mutate(byte[] clean, (int At, int Length, string Scrap)[] mutations)
    {
        var bytes = clean;
        foreach (var (at, length, scrap) in mutations)
        {
            var start = at % (bytes.Length + 1);
            byte[] put = scrap.Length > 0 ? Encoding.UTF8.GetBytes(scrap) : [(byte)at];
            bytes = [.. bytes[..start], .. put, .. bytes[Math.Min(bytes.Length, start + length)..]];
        }

        return bytes;
    }

    private static void Check<T>(Parsed<T> parsed)
        where T : class => Assert.True(parsed.Value is null != parsed.Problem is null);
}
