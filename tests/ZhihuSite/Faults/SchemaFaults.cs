using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>The site's answers take another shape overnight, for all items or for a share of them; an item that is hit is hit in every answer.</summary>
internal static class SchemaFaults
{
    /// <summary>A key has another name.</summary>
    /// <param name="key">For example <c>liked_num</c> or <c>review.score</c>.</param>
    /// <param name="name">The new name of its last part.</param>
    /// <param name="items">Share of the items, 0..1.</param>
    public static AnswerFault Renamed(string key, string name, double items = 1) =>
        Of("renamed-key", key, items, (owner, last) =>
        {
            var at = owner.IndexOf(last);
            var value = owner[last];
            owner.RemoveAt(at);
            owner.Insert(at, name, value);
        });

    /// <summary>A key is not there any more.</summary>
    /// <param name="key">For example <c>liked_num</c> or <c>review.score</c>.</param>
    /// <param name="items">Share of the items, 0..1.</param>
    public static AnswerFault Dropped(string key, double items = 1) => Of("dropped-key", key, items, (owner, last) => owner.Remove(last));

    /// <summary>A value has another JSON type: text becomes a list of itself, anything else becomes text.</summary>
    /// <param name="key">For example <c>liked_num</c> or <c>review.score</c>.</param>
    /// <param name="items">Share of the items, 0..1.</param>
    public static AnswerFault Retyped(string key, double items = 1) =>
        Of("retyped-key", key, items, (owner, last) =>
        {
            var value = owner[last];
            owner[last] = value?.GetValueKind() == JsonValueKind.String ? new JsonArray(value.DeepClone()) : JsonValue.Create(value?.ToJsonString() ?? "");
        });

    private static AnswerFault Of(string name, string key, double items, Action<JsonObject, string> change)
    {
        var parts = key.Split('.');
        return new(name, (moment, answer) => PageJson.Change(answer, page =>
        {
            foreach (var item in PageJson.Items(page).Where(item => moment.Hits($"{name}/{key}/{item["id"]}", items)))
            {
                var owner = parts[..^1].Aggregate<string, JsonNode?>(item, (node, part) => node?[part]) as JsonObject;
                if (owner?.ContainsKey(parts[^1]) == true)
                {
                    change(owner, parts[^1]);
                }
            }
        }));
    }
}
