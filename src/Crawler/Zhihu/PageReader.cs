using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>Reads <c>{"data":[...],"paging":{...}}</c> and the answers that come in its place.</summary>
/// <param name="type">Wire type of the items.</param>
/// <param name="schema">Their known fields.</param>
/// <param name="wrapper">Key under which a wrapped item stands (<c>/lives/homefeed</c>); null where items are never wrapped.</param>
internal sealed class PageReader<T>(JsonTypeInfo<T> type, FieldSchema schema, string? wrapper)
    where T : class
{
    private readonly byte[]? _wrapper = wrapper is null ? null : Encoding.UTF8.GetBytes(wrapper);

    public Parsed<ListPage<T>> Read(ReadOnlyMemory<byte> bytes)
    {
        var body = Body.WithoutMark(bytes);
        if (Body.Problem(body.Span) is { } problem)
        {
            return Parsed<ListPage<T>>.Not(problem);
        }

        try
        {
            var reader = new Utf8JsonReader(body.Span, SiteJson.Reader);
            return ReadPage(ref reader, body);
        }
        catch (JsonException e)
        {
            // Cut short or nested too deep: half a page is not a page, the whole body is kept.
            return Parsed<ListPage<T>>.Not(Body.Broken(e));
        }
    }

    private Parsed<ListPage<T>> ReadPage(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            reader.Read();
            return Parsed<ListPage<T>>.Not(PageProblemKind.WrongShape, "the body is no object with a list under \"data\"");
        }

        var items = new ItemReader<T>(type, schema);
        var paging = new WirePaging();
        var top = new TopLevel();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            top.Keys++;
            if (JsonBytes.NameIs(ref reader, "data"u8))
            {
                reader.Read();
                top.HasList = reader.TokenType == JsonTokenType.StartArray;
                ReadItems(ref reader, body, items);
            }
            else if (JsonBytes.NameIs(ref reader, "paging"u8))
            {
                reader.Read();
                paging = JsonBytes.Value(ref reader, body, SiteJson.Default.WirePaging) ?? paging;
            }
            else
            {
                top.ReadOther(ref reader, body);
            }
        }

        reader.Read(); // Anything behind the closing brace throws here.
        if (top.HasList && top.Error is null)
        {
            return items.Problem is { } problem
                ? Parsed<ListPage<T>>.Not(problem)
                : Parsed<ListPage<T>>.Of(new ListPage<T>(items.Items, paging.IsEnd ?? false, PageOffset.In(paging.Next), items.Fields));
        }

        return Parsed<ListPage<T>>.Not(top.Problem("no list under \"data\""));
    }

    private void ReadItems(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, ItemReader<T> items)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (_wrapper is not null && IsWrapped(reader))
            {
                Unwrap(ref reader, body, items, _wrapper);
            }
            else
            {
                items.Add(ref reader, body);
            }
        }
    }

    // By value: a copy of the reader looks ahead.
    private static bool IsWrapped(Utf8JsonReader reader) => JsonBytes.Find(ref reader, "object_type"u8);

    private static void Unwrap(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, ItemReader<T> items, byte[] key)
    {
        var start = (int)reader.TokenStartIndex;
        var inner = reader;
        if (JsonBytes.Find(ref inner, key) && inner.TokenType == JsonTokenType.StartObject)
        {
            items.Add(ref inner, body);
            reader.Skip();
            return;
        }

        reader.Skip();
        items.AddStranger(body[start..(int)reader.BytesConsumed], $"a wrapped object without \"{Encoding.UTF8.GetString(key)}\"");
    }
}
