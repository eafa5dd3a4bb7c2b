using System.Globalization;
using LiveQuality.Crawler.Cleaning.Rules;

namespace LiveQuality.Crawler.Cleaning;

/// <summary>The cells of one row, read by type. A blank cell is null; the first cell that does not fit is the row's error.</summary>
internal sealed class TableCells(IReadOnlyDictionary<string, string> columns)
{
    public const string Rule = "table-cell";

    private const decimal FenInYuan = 100;

    // Beyond any price; keeps the multiplication below inside decimal.
    private const decimal LargestYuan = 10_000_000_000;

    // 99.90000000000001 in the table is 99.9 that went through a double.
    private const decimal DoubleNoise = 0.000_001m;

    /// <summary>Column and value; null while every cell fits.</summary>
    public string? Error { get; private set; }

    public string? Text(string column) => columns.TryGetValue(column, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public long? Whole(string column)
    {
        if (Decimal(column, "a whole number") is not { } number)
        {
            return null;
        }

        return number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : Refuse<long>(column, "a whole number");
    }

    public double? Number(string column) => (double?)Decimal(column, "a number");

    public bool? Flag(string column) => Text(column) switch
    {
        null => null,
        var text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        var text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        _ => Decimal(column, "0 or 1") switch
        {
            null => null,
            0 => false,
            1 => true,
            _ => Refuse<bool>(column, "0 or 1"),
        },
    };

    public string? Either(string column, string zero, string one) => Flag(column) switch
    {
        null => null,
        false => zero,
        true => one,
    };

    public long? FenOfYuan(string column)
    {
        if (Decimal(column, "an amount in yuan") is not { } yuan)
        {
            return null;
        }

        if (Math.Abs(yuan) > LargestYuan)
        {
            return Refuse<long>(column, "an amount in yuan");
        }

        var fen = decimal.Round(yuan * FenInYuan);
        return Math.Abs((yuan * FenInYuan) - fen) <= DoubleNoise ? (long)fen : Refuse<long>(column, "an amount in yuan");
    }

    private decimal? Decimal(string column, string due)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : Refuse<decimal>(column, due);
    }

    private T? Refuse<T>(string column, string due)
        where T : struct
    {
        Error ??= $"{column} is {Shown.Text(Text(column))}, not {due}";
        return null;
    }
}
