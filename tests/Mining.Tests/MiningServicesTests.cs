using LiveQuality.Mining.Scoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace LiveQuality.Mining.Tests;

public sealed class MiningServicesTests
{
    [Fact]
    public void AddMining_NothingConfigured_TrainsAsPublished()
    {
        using var services = Services();

        var options = services.GetRequiredService<IOptions<TrainingOptions>>().Value;

        Assert.Equal((18, 15, 42, 20), (options.MinReviews, options.Features, options.Seed, options.Epochs));
        Assert.NotNull(services.GetRequiredService<Trainer>());
        Assert.NotNull(services.GetRequiredService<Scorer>());
    }

    [Fact]
    public void AddMining_Configured_IsHeard()
    {
        using var services = Services(("Mining:Training:Seed", "7"));

        Assert.Equal(7, services.GetRequiredService<IOptions<TrainingOptions>>().Value.Seed);
    }

    [Theory]
    [InlineData("MinReviews", "0")]
    [InlineData("Features", "16")]
    [InlineData("Seed", "-1")]
    [InlineData("Epochs", "0")]
    public void AddMining_OutOfRange_NamesTheOption(string option, string value)
    {
        using var services = Services(($"Mining:Training:{option}", value));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<TrainingOptions>>().Value);
        Assert.Contains(option, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddMining_UnknownKey_NamesIt()
    {
        using var services = Services(("Mining:Training:Epoch", "3"));

        var error = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<IOptions<TrainingOptions>>().Value);
        Assert.Contains("'Epoch'", error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) =>
        new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
                .Build())
            .AddMining()
            .BuildServiceProvider();
}
