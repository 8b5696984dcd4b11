using System.Diagnostics.CodeAnalysis;
using DivideMetrics.Storage.Migrations;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Migrations;

/// <summary>A database of the version before the order of release, with rows, comes over whole.</summary>
public sealed class RevisionsMigrationTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_state_before_is_read_the_same_after()
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await ExecuteAsync(source, "create table migration (name text primary key, applied_at timestamptz not null default now())");
        foreach (var name in Migrator.Names().Where(name => string.CompareOrdinal(name, "0003") < 0))
        {
            await ExecuteAsync(source, Sql(name));
            await ExecuteAsync(source, $"insert into migration (name) values ('{name}')");
        }

        await ExecuteAsync(source, Rows);
        await new Migrator(source, NullLogger<Migrator>.Instance).MigrateAsync(Ct);

        var vintages = await new VintageQueries(source).ListAsync("A", Ct);
        Assert.Equal([3L, 2L, 1L], vintages.OrderByDescending(vintage => vintage.Position).Select(vintage => vintage.Id));
        Assert.Equal(3, (await new VintageQueries(source).StateAsync(ReadAt.Now, Ct)).Single(vintage => vintage.Source == "A").Id);
        Assert.Equal(["AAA 1 1", "BBB 2 1"], await PointsAsync(source, 1));
        Assert.Equal(["AAA 9 2"], await PointsAsync(source, 2));
        Assert.Equal(["AAA 9 2", "BBB 3 3"], await PointsAsync(source, null));
        Assert.Equal(["a.csv", "b.csv"], (await new VintageQueries(source).FilesAsync(1, sha => sha, Ct)).Select(file => file.Name));
    }

    /// <summary>Three vintages of one source, of which the last says an older release than the second; and one of another source.</summary>
    private const string Rows =
        """
        insert into vintage (source, sha256, definition, status, released, retrieved_at, published_at, checked_at, licence, citation)
        values ('A', 'x', 'd', 'published', '2024-01-01', '2026-01-01', '2026-01-01', '2026-01-01', 'l', 'c'),
               ('A', 'y', 'd', 'published', '2025-01-01', '2026-01-02', '2026-01-02', '2026-01-02', 'l', 'c'),
               ('A', 'z', 'd', 'published', '2024-06-01', '2026-01-03', '2026-01-03', '2026-01-03', 'l', 'c'),
               ('B', 'x', 'd', 'published', null, '2026-01-01', '2026-01-01', '2026-01-01', 'l', 'c');
        insert into vintage_file (vintage_id, name, uri, media_type, sha256, length)
        values (1, 'b.csv', 'u', 'text/csv', 's', 1), (1, 'a.csv', 'u', 'text/csv', 's', 1);
        insert into series (source, code, sex, age, urbanisation, breakdown)
        values ('A', 'S', '_T', '_T', '_T', '_T'), ('B', 'S', '_T', '_T', '_T', '_T');
        insert into observation (series_id, area, year, value, status, from_vintage, to_vintage)
        values (1, 'AAA', 2020, 1, 'A', 1, 2), (1, 'BBB', 2020, 2, 'A', 1, 2), (1, 'AAA', 2020, 9, 'A', 2, null), (1, 'BBB', 2020, 3, 'A', 3, null),
               (2, 'AAA', 2020, 5, 'A', 4, null);
        """;

    private static async Task<IEnumerable<string>> PointsAsync(NpgsqlDataSource source, long? asOf) =>
        (await new ObservationQueries(source).ReadAsync("A", "S", asOf, Ct))
            .Select(point => FormattableString.Invariant($"{point.Observation.Area} {point.Observation.Value} {point.Vintage}"));

    private static string Sql(string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [SuppressMessage("Security", "CA2100", Justification = "The product's own migrations and this test's constants.")]
    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
