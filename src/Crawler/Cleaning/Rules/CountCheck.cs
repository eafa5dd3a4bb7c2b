namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>Numbers that count something: a negative one is nobody's count.</summary>
/// <param name="fields">The site's name and the value of each.</param>
internal sealed class CountCheck<T>(params (string Field, Func<T, long?> Value)[] fields)
    where T : class
{
    public CleanResult<T> Apply(string rule, T draft)
    {
        foreach (var (field, value) in fields)
        {
            if (value(draft) is < 0 and { } count)
            {
                return CleanResult<T>.Quarantine(rule, $"{field} is {Shown.Number(count)}");
            }
        }

        return CleanResult<T>.Keep(draft);
    }
}
