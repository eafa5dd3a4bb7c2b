using System.Text;

namespace LiveQuality.Crawler.Tests.Mutations;

/// <summary>What a mutator knows of a format: its words, and what nests in it.</summary>
/// <param name="Tokens">Words, signs and odd values, in an order that must not change lightly: cases are numbered by it.</param>
/// <param name="Nestings">Openings and closings that may be repeated inside of each other.</param>
internal sealed record Format(IReadOnlyList<byte[]> Tokens, IReadOnlyList<(byte[] Open, byte[] Close)> Nestings)
{
    // Lead bytes without their followers, a follower alone, overlong forms, half a surrogate pair, beyond the last code point, a byte order mark.
    private static readonly byte[][] BrokenText =
    [
        [0xC3], [0xE4, 0xB8], [0xF0, 0x9F, 0x98], [0x80], [0xC0, 0x80], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
        [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xAE], [0xFF, 0xFE], [0x00], [0x08], [0xC2, 0x85], [0xE3, 0x80, 0x80],
        [0xF0, 0x9F, 0x98, 0x80],
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0", "-1", "1.5", "1e0", "1e999", "-1e999", "1e-999", "9.3E+17", "0.1", "2147483647", "2147483648", "-2147483649", "4294967296",
        "4102444800", "4102444800000",
        "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616",
        "79228162514264337593543950336", "253402300800", "00",
        "99999999999999999999999999999999999999999999", "7FFFFFFF", "80000000", "FFFFFFFFFFFFFFFF",
    ];

    public static Format Json { get; } = Of(
        [
            "null", "true", "false", "{}", "[]", "\"\"", "{", "}", "[", "]", ",", ":", "\"", "\\", "//", "/**/", "NaN", "\"\\ud800\"",
            "\"\\udc00\\ud800\"", "\\u0000", "\\ud83d\\ude00", "\\",
            "\"data\":", "\"paging\":{\"is_end\":", "\"error\":{\"code\":", "\"code\":", "\"message\":", "\"name\":", "\"object_type\":\"live\",",
            "\"live\":", "\"id\":", "\"id\":\"0\",", "\"speaker\":",
            "\"member\":", "\"cospeakers\":[", "\"tags\":[{\"id\":", "\"fee\":{\"end_time\":", "\"review\":{\"score\":", "\"seats\":{\"max\":",
            "\"starts_at\":", "\"created_at\":", "\"duration\":",
            "\"gender\":", "\"avatar_url\":\"https://pic1.zhimg.com/", "\"badge\":", "\"next\":\"http://api.zhihu.com/lives?offset=",
            "\"lives\":{\"livesMap\":{", "\"initialState\":{", "<html>", "<",
        ],
        ("[", "]"), ("{\"a\":", "}"), ("{\"data\":[", "]}"), ("{\"live\":", "}"), ("[[", "]"), ("{\"error\":", "}"));

    public static Format Html { get; } = Of(
        [
            .. "<|>|</|/>|&|&amp;|&#xD800;|&#1114112;|&#0;|&quot;|&notin|<!--|-->|<![CDATA[|]]>|<!DOCTYPE|<?xml|<script>|</script>".Split('|'),
            .. "<script id=\"js-initialData\">|<title>|</title>|<textarea>|<style>".Split('|'),
            .. "<meta itemprop=\"|content=\"|<meta itemprop=\"url\" content=\"|zhihu:voteupCount|<div id=\"data\" data-state=\"".Split('|'),
            .. "class=\"ProfileHeader-name\"|href=\"/lives/users/|次收藏|1,234".Split('|'),
            .. "window.__APP_STATE__ = |{\"entities\":{\"users\":{|\"id\":|\"urlToken\":|{}|[]|null|\"|'|=|\\ud800|<plaintext>|<svg>".Split('|'),
            .. "<math>|<template>|<a b=c b=d|<a\0b".Split('|'),
        ],
        ("<b>", "</b>"), ("<div class=\"Profile-sideColumnItemValue\">", "</div>"), ("<a x=1><p>", ""), ("<script>", "</script>"), ("<!--", "-->"),
        ("{\"a\":", "}"), ("[", "]"), (" a=1", ""));

    public static Format Robots { get; } = Of(
        [
            .. "User-agent: *\n|User-agent: LiveQuality\n|User-agent:|Disallow: /\n|Disallow:|Allow: /lives\n|Allow:|Crawl-delay: ".Split('|'),
            .. "Request-rate: |1/5s|100/24h|1/0|Sitemap: |#|:|\r|\n|\r\n|\t".Split('|'),
            .. "*|$|**|*$|%|%2F|%2f|%zz|%E4%B8%AD|%41|?|/|//|=|&|/lives|/lives?limit=|zhihu|LIVEQUALITY/1.0|http://".Split('|'),
        ],
        ("*", "$"), ("*a", ""), ("User-agent: *\n", "Disallow: /\n"), ("/*", ""), ("%25", ""), ("\n", ""));

    public static Format RetryAfter { get; } = Of(
        [
            .. "GMT|UTC|Z|+0000|Thu, |Thursday, |Oct |26 |26-Oct-17 |2017 |9999 |0000 |0001 |08:00:00|24:00:00|23:59:60|:|,|-| |\t|１".Split('|'),
            .. "\"|;|=".Split('|'),
        ],
        ("(", ")"), ("0", ""), (" ", ""), ("9", ""));

    public static Format Warc { get; } = Of(
        [
            .. "WARC/1.1\r\n|WARC/1.0\r\n|WARC/|WARC-Type: |response|request|revisit|warcinfo|metadata|Content-Length: ".Split('|'),
            .. "content-length: 0\r\n|WARC-Date: |0001-01-01T00:00:00Z|9999-12-31T23:59:59+14:00|2018-01-15".Split('|'),
            .. "WARC-Target-URI: |<https://example.org/>|https://例え.テスト/|http://xn--a/|http://xn--0/|http://[::1]/|file:///|urn:a:b".Split('|'),
            .. "mailto:a@b|http://a..b/|//|https://%00/|?b&a=1|#|<|>|:0/|:99999/".Split('|'),
            .. "WARC-Refers-To-Date: |WARC-Refers-To-Target-URI: |WARC-Profile: ".Split('|'),
            .. "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n".Split('|'),
            .. "http://netpreserve.org/warc/1.1/revisit/server-not-modified\r\n".Split('|'),
            .. "WARC-Payload-Digest: |WARC-Truncated: length\r\n|sha256:|\r\n|\r\n\r\n|\r|\n|:|;|HTTP/1.1 200 OK\r\n|HTTP/1.1 |HTTP/".Split('|'),
            .. "Transfer-Encoding: chunked\r\n|Content-Encoding: gzip\r\n|Content-Type: |0\r\n\r\n|5\r\n".Split('|'),
            "\u001F", "FF\r\n", "-5\r\n", "Set-Cookie: ", "Content-Type: a\r\nContent-Type: b\r\n", ": ", " : ",
        ],
        ("WARC/1.1\r\n", ""), ("a: b\r\n", ""), ("1\r\na\r\n", "0\r\n\r\n"), ("WARC/1.1\r\nContent-Length: 0\r\n\r\n\r\n\r\n", ""), ("\r\n", ""));

    public static Format Cdxj { get; } = Of(
        [
            .. "{|}|\"url\": \"|\"mime\": \"warc/revisit\"|\"status\": \"|\"digest\": \"|\"length\": \"|\"offset\": \"|\"offset\": 5".Split('|'),
            .. "\"filename\": \"../|\"|\\|, |: | |null|\\ud800|\\u0000|//".Split('|'),
            .. "https://例え.テスト/|http://xn--a/|http://xn--0/|urn:a:b|http://a..b/|!meta|20180115080000".Split('|'),
        ],
        ("{\"a\":", "}"), ("[", "]"), (" ", ""));

    private static Format Of(string[] tokens, params (string Open, string Close)[] nestings) => new(
        [.. BrokenText, .. Numbers.Concat(tokens).Select(Encoding.UTF8.GetBytes)],
        [.. nestings.Select(nesting => (Encoding.UTF8.GetBytes(nesting.Open), Encoding.UTF8.GetBytes(nesting.Close)))]);
}
