using System.Globalization;
using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Crawling.Watching;

/// <summary>Puts alerts into words.</summary>
internal static class FieldAlerts
{
    public static FieldAlert Missing(string kind, FieldShape shape, bool broken, double before, double now, string? renamedTo) => new(
        kind, shape.Field, renamedTo is null ? FieldAlertKind.Dropped : FieldAlertKind.Renamed, broken, before, now, renamedTo, renamedTo is null
            ? Text($"{kind} {shape.Field} is in {Percent(now)} of {shape.Objects:N0}, before in {Percent(before)}")
            : Text($"{kind} {shape.Field} seems to be renamed to {renamedTo}: it is in {Percent(now)} of {shape.Objects:N0}, before in {Percent(before)}"));

    public static FieldAlert Retyped(string kind, FieldShape shape, bool broken, string type, string? usual, double before, double now) => new(
        kind, shape.Field, FieldAlertKind.Retyped, broken, before, now, null,
        Text($"{kind} {shape.Field} is {type} in {Percent(now)} of {shape.Values():N0}, before in {Percent(before)}, mostly {usual ?? "null"}"));

    public static FieldAlert Appeared(string kind, FieldShape shape, double before, double now) => new(
        kind, shape.Field, FieldAlertKind.Appeared, Broken: false, before, now, null,
        Text($"{kind} {shape.Field} is new, {shape.UsualType() ?? "null"}: in {Percent(now)} of {shape.Objects:N0}, before in {Percent(before)}"));

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
