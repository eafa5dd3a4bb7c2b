using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LiveQuality.Worker.Http.Api;

/// <summary>JSON with an entity tag (RFC 9110, 8.8.3): who has it already gets 304 and no body.</summary>
internal sealed class TaggedJson(byte[] body) : IResult
{
    private const int TagBytes = 8;

    public static TaggedJson Of<T>(T value, JsonTypeInfo<T> json) => new(JsonSerializer.SerializeToUtf8Bytes(value, json));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, TagBytes))}\"";
        if (Tags.IsKnown(httpContext, tag))
        {
            return;
        }

        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
