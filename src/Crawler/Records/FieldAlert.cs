namespace LiveQuality.Crawler.Records;

/// <summary>A field that is not what it was in the crawls before.</summary>
/// <param name="Kind"><c>live</c>, <c>review</c> or <c>speaker</c>.</param>
/// <param name="Field">Dotted path.</param>
/// <param name="Change">What happened to it, one of <see cref="FieldAlertKind"/>.</param>
/// <param name="Broken">Whether records lose by it, so that nothing should be learnt from them; else it is news.</param>
/// <param name="Before">Share of its objects that had it before, or of its values that had the new type; 0 to 1. 1 where only the recordings of May 2017 tell.</param>
/// <param name="Now">The same share in this crawl.</param>
/// <param name="RenamedTo">Dotted path of the key that seems to have taken its place; null unless renamed.</param>
/// <param name="Message">One line for people that names all of this.</param>
public sealed record FieldAlert(string Kind, string Field, string Change, bool Broken, double Before, double Now, string? RenamedTo, string Message);
