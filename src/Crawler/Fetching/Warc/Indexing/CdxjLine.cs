using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LiveQuality.Crawler.Fetching.Warc.Indexing;

/// <summary>
/// One line of an index as cdxj-indexer writes it: sort key, 14-digit second, and JSON with url, mime, status, digest, length, offset and
/// filename, the numbers as text.
/// </summary>
/// <param name="Url">The address.</param>
/// <param name="Timestamp">When it was captured: year to second as 14 digits, UTC.</param>
/// <param name="Mime">Media type without parameters, <c>warc/revisit</c> for a revisit; empty where the answer names none.</param>
/// <param name="Status">Status code; empty where the record holds no answer.</param>
/// <param name="Digest">Labelled digest of the payload; empty where the record has none.</param>
/// <param name="Length">Bytes of the gzip member.</param>
/// <param name="Offset">Where it starts in the file.</param>
/// <param name="FileName">The file, without its folder.</param>
internal sealed record CdxjLine(string Url, string Timestamp, string Mime, string Status, string Digest, long Length, long Offset, string FileName)
{
    /// <summary>What <see cref="Mime"/> says of a revisit record.</summary>
    public const string RevisitMime = "warc/revisit";

    /// <summary>The line of a record.</summary>
    /// <param name="record">The record, with its place.</param>
    /// <param name="fileName">The file that holds it.</param>
    /// <returns>Null for a record that belongs in no index: neither response nor revisit, or without usable address or date.</returns>
    public static CdxjLine? Of(WarcRecord record, string fileName)
    {
        if (record.Type is not ("response" or "revisit") || record.Date is not { } at || !Uri.TryCreate(record.TargetUri, UriKind.Absolute, out _))
        {
            return null;
        }

        var (mime, status) = Answer(record);
        return new CdxjLine(
            record.TargetUri,
            at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
            record.Type == "revisit" ? RevisitMime : mime,
            status,
            record["WARC-Payload-Digest"] ?? "",
            record.MemberLength,
            record.Position.Offset,
            fileName);
    }

    /// <summary>Reads a line.</summary>
    /// <returns>Null when it is no line of an index.</returns>
    public static CdxjLine? Parse(string line)
    {
        var parts = line.Split(' ', 3);
        try
        {
            var json = parts.Length == 3 ? JsonElement.Parse(parts[2]) : default;
            return json.ValueKind == JsonValueKind.Object && long.TryParse(Text("offset"), CultureInfo.InvariantCulture, out var offset)
                ? new CdxjLine(Text("url"), parts[1], Text("mime"), Text("status"), Text("digest"), 0, offset, Text("filename"))
                {
                    Length = long.TryParse(Text("length"), CultureInfo.InvariantCulture, out var length) ? length : 0,
                }
                : null;

            string Text(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        }
        // Not what this program wrote: an index is derived and may be anybody's. Half a surrogate pair is an InvalidOperationException.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The line, without a line end.</summary>
    public override string ToString()
    {
        var json = new StringBuilder("{");
        Append("url", Url);
        Append("mime", Mime);
        Append("status", Status);
        Append("digest", Digest);
        Append("length", Length.ToString(CultureInfo.InvariantCulture));
        Append("offset", Offset.ToString(CultureInfo.InvariantCulture));
        Append("filename", FileName);
        return $"{Surt.Of(new Uri(Url))} {Timestamp} {json}}}";

        void Append(string name, string value)
        {
            if (value.Length > 0)
            {
                json.Append(json.Length > 1 ? ", \"" : "\"").Append(name).Append("\": \"")
                    .Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)).Append('"');
            }
        }
    }

    private static (string Mime, string Status) Answer(WarcRecord record)
    {
        try
        {
            var answer = RecordedResponse.ParseHead(record.Content);
            var type = answer.Headers.FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? "";
            return (type.Split(';', ' ', '\t')[0], answer.Status.ToString(CultureInfo.InvariantCulture));
        }
        // Untrusted bytes: ParseHead says so when they are no answer.
        catch (InvalidDataException)
        {
            return ("", "");
        }
    }
}
