namespace LiveQuality.Crawler.Zhihu;

/// <summary>One person from the API: <c>api.zhihu.com/people/{id}</c>, or <c>www.zhihu.com/api/v4/members/{token}</c>, whose keys differ where we do not look.</summary>
public static class PersonAnswer
{
    /// <summary>Reads a person.</summary>
    /// <param name="body">The answer's body; the item keeps it.</param>
    public static Parsed<SingleAnswer<WirePerson>> Parse(ReadOnlyMemory<byte> body) => SingleReader.Read(body, SiteJson.Default.WirePerson, FieldSchema.Person);

    /// <summary>One kept person, from the API or from a people page.</summary>
    internal static SiteItem<WirePerson> Item(ReadOnlyMemory<byte> raw)
    {
        if (!Body.IsHtml(raw.Span))
        {
            return SingleReader.Item(raw, SiteJson.Default.WirePerson, FieldSchema.Person);
        }

        var page = PeoplePage.Parse(raw);
        return page.Value?.Item ?? SiteItem<WirePerson>.Bad(raw, page.Problem!.Reason);
    }
}
