using System.Text.Json;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>What the top level of an answer says besides its data.</summary>
internal sealed class TopLevel
{
    private string? _code;
    private string? _name;
    private string? _message;

    public int Keys { get; set; }

    public bool HasList { get; set; }

    /// <summary>The site's error under <c>error</c>.</summary>
    public PageProblem? Error { get; private set; }

    /// <summary>Reads the key under the reader and its value.</summary>
    public void ReadOther(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        var isError = JsonBytes.NameIs(ref reader, "error"u8);
        var isCode = JsonBytes.NameIs(ref reader, "code"u8);
        var isName = JsonBytes.NameIs(ref reader, "name"u8);
        var isMessage = JsonBytes.NameIs(ref reader, "message"u8);
        reader.Read();
        if (isError && reader.TokenType == JsonTokenType.StartObject)
        {
            var error = JsonBytes.Value(ref reader, body, SiteJson.Default.WireError);
            Error = (error is null ? null : Body.SiteError(error)) ?? new PageProblem(PageProblemKind.SiteError, "the site sends an error without code or message");
        }
        else if (isCode || isName || isMessage)
        {
            var text = JsonBytes.Value(ref reader, body, SiteJson.Default.String);
            (_code, _name, _message) = (isCode ? text : _code, isName ? text : _name, isMessage ? text : _message);
        }
        else
        {
            reader.Skip();
        }
    }

    /// <summary>Why there is no data: the site's error in the newer or the older shape, or the shape itself.</summary>
    public PageProblem Problem(string missing)
    {
        if (Error is not null)
        {
            return Error;
        }

        if (Keys == 0)
        {
            return new PageProblem(PageProblemKind.Nothing, "the site answers {}");
        }

        var older = _code is null && _message is null ? null : Body.SiteError(new WireError(_code, _name, _message));
        return older ?? new PageProblem(PageProblemKind.WrongShape, missing);
    }
}
