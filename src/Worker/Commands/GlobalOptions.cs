using System.CommandLine;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Hosting;

namespace LiveQuality.Worker.Commands;

/// <summary>Options that every command knows.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Store { get; } = new Option<string?>("--store")
    {
        Description = $"Where the records are: {StoreFactory.Forms} (default: {StoreOptions.DefaultAddress})",
        HelpName = "ADDRESS",
        Recursive = true,
    }.StoreAddress();

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "One JSON document on standard output; everything else goes to standard error",
        Recursive = true,
    };

    public static Option<int?> Seed { get; } = new Option<int?>("--seed")
    {
        Description = "Where all chance comes from: the same seed gives the same bytes (default 42)",
        HelpName = "N",
        Recursive = true,
    }.AtLeast(0);
}
