using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;

namespace LiveQuality.Crawler.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("livequality-").FullName;

    private protected override IRecordStore Connect() => new SqliteStore(Path.Combine(_folder, "test.db"), Time);

    private protected override ValueTask RemoveAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
