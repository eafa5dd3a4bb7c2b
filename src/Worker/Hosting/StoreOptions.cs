using System.ComponentModel.DataAnnotations;
using LiveQuality.Crawler.Storage;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Hosting;

/// <summary>Where the records are. Bound from <c>Store</c>; <c>--store</c> goes over it, but shows a password to everybody on the machine.</summary>
internal sealed class StoreOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Store";

    /// <summary>Where a newcomer's records are.</summary>
    public const string DefaultAddress = "sqlite:data/livequality.db";

    /// <summary>The store's address.</summary>
    /// <value>The default is <c>sqlite:data/livequality.db</c> in the working directory.</value>
    [Required]
    public string Address { get; set; } = DefaultAddress;
}

internal sealed class StoreOptionsForm : IValidateOptions<StoreOptions>
{
    // Not repeated in the message: a mistyped address may hold a password.
    public ValidateOptionsResult Validate(string? name, StoreOptions options) => StoreFactory.IsAddress(options.Address)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"{StoreOptions.Section}:{nameof(StoreOptions.Address)}: must be {StoreFactory.Forms}");
}
