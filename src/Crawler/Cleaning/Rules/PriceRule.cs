namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>Prices are zero (free lives exist) or more.</summary>
internal sealed class PriceRule : ICleaningRule<LiveDraft>
{
    private static readonly CountCheck<LiveDraft> Prices = new(
        ("fee.amount", draft => draft.AmountFen),
        ("fee.original_price", draft => draft.OriginalPriceFen));

    public string Name => "price";

    public CleanResult<LiveDraft> Apply(LiveDraft draft) => Prices.Apply(Name, draft);
}
