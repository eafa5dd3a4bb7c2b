using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Hosting;

/// <summary>Where settings come from, the later over the earlier: the settings file, files of secrets, environment variables.</summary>
internal static class Settings
{
    /// <summary>Settings file in the working directory; optional.</summary>
    public const string File = "livequality.json";

    /// <summary>Environment variables, for example <c>LIVEQUALITY_CONFIG_Crawler__Fetching__Retries=5</c>.</summary>
    public const string EnvironmentPrefix = "LIVEQUALITY_CONFIG_";

    /// <summary>The environment variable that names a folder of secrets: one file a key, for example <c>Store__Address</c>, as Docker and Kubernetes mount them.</summary>
    public const string SecretsVariable = "LIVEQUALITY_SECRETS";

    private const string KeyDelimiter = "__";

    /// <exception cref="OptionsValidationException">The folder of secrets is not there.</exception>
    public static T AddSettings<T>(this T configuration)
        where T : IConfigurationBuilder
    {
        var folder = Environment.GetEnvironmentVariable(SecretsVariable);
        configuration.SetBasePath(Directory.GetCurrentDirectory()).AddJsonFile(File, optional: true);
        if (folder is { Length: > 0 })
        {
            if (!Directory.Exists(folder))
            {
                throw new OptionsValidationException(Options.DefaultName, typeof(object), [$"{SecretsVariable}: there is no folder {folder}"]);
            }

            configuration.AddKeyPerFile(source =>
            {
                source.FileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(Path.GetFullPath(folder));
                // Other programs' secrets may lie beside ours.
                source.IgnoreCondition = name => !name.Contains(KeyDelimiter, StringComparison.Ordinal);
            });
        }

        configuration.AddEnvironmentVariables(EnvironmentPrefix);
        return configuration;
    }
}
