using System.Text.RegularExpressions;
using MongoDB.Driver;

namespace LiveQuality.Crawler.Storage.Mongo;

/// <summary>A connection string, understood: where to connect, which database, and what of it people may see.</summary>
internal sealed partial class MongoAddress
{
    private const string DefaultDatabase = "livequality";

    // The driver waits 30 s by default: too long for somebody who mistyped a host.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A server that answers nothing for so long is taken for dead; by default the driver would wait for ever.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <exception cref="StoreException">It is no connection string.</exception>
    public MongoAddress(string uri)
    {
        Display = WithoutSecrets(uri);
        try
        {
            var url = MongoUrl.Create(uri);
            Settings = MongoClientSettings.FromUrl(url);
            Database = new DatabaseNamespace(url.DatabaseName ?? DefaultDatabase);
        }
        catch (Exception e) when (e is MongoException or ArgumentException or FormatException)
        {
            // The driver's message quotes the whole connection string, password included: it is not passed on.
            throw new StoreException($"{Display} is no MongoDB address: expected mongodb://host:port/database");
        }

        Settings.ServerSelectionTimeout = Patience;
        Settings.ConnectTimeout = Patience;
        Settings.SocketTimeout = Silence;
        Settings.ApplicationName = "livequality";
        // Majority: what a write has answered survives the loss of the primary, as the contract promises; w:1 would survive only a restart of it.
        Settings.WriteConcern = WriteConcern.WMajority;
        // Every write here is by key and guarded, so repeating one after a broken connection is safe; the server drops the repeat if the first arrived.
        Settings.RetryWrites = true;
        Settings.RetryReads = true;
    }

    public MongoClientSettings Settings { get; }

    public DatabaseNamespace Database { get; }

    /// <summary>Scheme, hosts and database; no user, no password, no options.</summary>
    public string Display { get; }

    // The user first: a password that should have been percent-encoded may hold a question mark.
    private static string WithoutSecrets(string uri) => UserInfo().Replace(uri, "$1").Split('?')[0];

    // Up to the last @: a password that should have been percent-encoded may hold one, or a slash.
    [GeneratedRegex("^([a-z+]*://)?.*@", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex UserInfo();
}
