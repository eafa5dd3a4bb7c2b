using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>Reads an answer that is one object with an <c>id</c>, and the answers that come in its place.</summary>
internal static class SingleReader
{
    public static Parsed<SingleAnswer<T>> Read<T>(ReadOnlyMemory<byte> bytes, JsonTypeInfo<T> type, FieldSchema schema)
        where T : class
    {
        var body = Body.WithoutMark(bytes);
        if (Body.Problem(body.Span) is { } problem)
        {
            return Parsed<SingleAnswer<T>>.Not(problem);
        }

        try
        {
            return NotTheObject(body) is { } other
                ? Parsed<SingleAnswer<T>>.Not(other)
                : Parsed<SingleAnswer<T>>.Of(ReadObject(body, type, schema));
        }
        catch (JsonException e)
        {
            // Cut short or nested too deep: the whole body is kept.
            return Parsed<SingleAnswer<T>>.Not(Body.Broken(e));
        }
    }

    /// <summary>An item that stood alone or in a list before, and was kept.</summary>
    public static SiteItem<T> Item<T>(ReadOnlyMemory<byte> raw, JsonTypeInfo<T> type, FieldSchema schema)
        where T : class
    {
        try
        {
            return ReadObject(raw, type, schema).Item;
        }
        catch (JsonException e)
        {
            // Kept text that is no JSON was not kept by us.
            return SiteItem<T>.Bad(raw, Body.Broken(e).Reason);
        }
    }

    private static SingleAnswer<T> ReadObject<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type, FieldSchema schema)
        where T : class
    {
        var items = new ItemReader<T>(type, schema);
        var reader = new Utf8JsonReader(body.Span, SiteJson.Reader);
        reader.Read();
        items.Add(ref reader, body);
        return new SingleAnswer<T>(items.Items[0], items.Fields);
    }

    private static PageProblem? NotTheObject(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(body.Span, SiteJson.Reader);
        var top = new TopLevel();
        var hasId = false;
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                top.Keys++;
                hasId |= JsonBytes.NameIs(ref reader, "id"u8);
                top.ReadOther(ref reader, body);
            }
        }
        else
        {
            reader.Skip();
            top.Keys++;
        }

        reader.Read(); // Anything behind the closing brace throws here.
        return hasId && top.Error is null ? null : top.Problem("the body is no object with an \"id\"");
    }
}
