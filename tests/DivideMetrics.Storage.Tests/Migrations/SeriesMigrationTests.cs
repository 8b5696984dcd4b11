using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Figures;
using DivideMetrics.Storage.Migrations;
using DivideMetrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DivideMetrics.Storage.Tests.Migrations;

/// <summary>A database of the version with a row a year comes over whole: every computation is read as it was.</summary>
public sealed class SeriesMigrationTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private const string FigureColumns = "indicator, area, sex, year, value, status, source, vintage_id";
    private const string GapColumns =
        "measure, indicator, subject, sex, year, value, lower, upper, category, reason, coverage_areas, coverage_areas_of, coverage_population, coverage_estimated";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_computation_is_read_the_same_after()
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await ExecuteAsync(source, "create table migration (name text primary key, applied_at timestamptz not null default now())");
        foreach (var name in Migrator.Names().Where(name => string.CompareOrdinal(name, "0005") < 0))
        {
            await ExecuteAsync(source, Sql(name));
            await ExecuteAsync(source, $"insert into migration (name) values ('{name}')");
        }

        await ExecuteAsync(source, Rows);
        var (figures, gaps) = (new List<IReadOnlyList<string>>(), new List<IReadOnlyList<string>>());
        for (var computation = 1; computation <= 3; computation++)
        {
            figures.Add(await OldAsync(source, FigureColumns, "figure", "area, sex, year", computation));
            gaps.Add(await OldAsync(source, GapColumns, "gap", "measure, subject, sex, year", computation));
        }

        await new Migrator(source, NullLogger<Migrator>.Instance).MigrateAsync(Ct);
        var queries = new ComputationQueries(source);
        for (var computation = 1; computation <= 3; computation++)
        {
            var after = await queries.FiguresOfIndicatorAsync(computation, "i", Ct);
            Assert.Equal(figures[computation - 1], after.Select(figure => Line(
                figure.Indicator, figure.Area, figure.Sex.Code(), figure.Year, figure.Value, figure.Status, figure.Source, figure.Vintage)));
            var measures = await queries.GapsOfIndicatorAsync(computation, "i", Ct);
            Assert.Equal(gaps[computation - 1], measures.Select(gap => Line(
                gap.Measure, gap.Indicator, gap.Subject, gap.Sex.Code(), gap.Year, gap.Value, gap.Lower, gap.Upper, gap.Category, gap.Reason,
                gap.Coverage?.Areas, gap.Coverage?.AreasOf, gap.Coverage?.PopulationShare, gap.Coverage?.EstimatedShare)));
        }

        Assert.Equal(
            await queries.GapsOfIndicatorAsync(3, "i", Ct),
            (await queries.GapSeriesOfIndicatorAsync(3, "i", null, Ct)).SelectMany(series => GapSeries.Pack(series.Unpack()).Single().Unpack()));
    }

    /// <summary>Three computations: a year changes, a year goes, a series goes and comes again, texts repeat, sources mix.</summary>
    private const string Rows =
        """
        insert into vintage (source, sha256, definition, status, released, release_date, retrieved_at, published_at, checked_at, licence, citation)
        values ('A', 'x', 'd', 'published', '2024-01-01', '2024-01-01', '2026-01-01', '2026-01-01', '2026-01-01', 'l', 'c'),
               ('B', 'x', 'd', 'published', '2024-01-01', '2024-01-01', '2026-01-01', '2026-01-01', '2026-01-01', 'l', 'c');
        insert into computation (inputs, method_version, vintages, published_at, figures, gaps)
        values ('1', '1', '{1}', '2026-01-01', 0, 0), ('2', '1', '{1}', '2026-01-02', 0, 0), ('3', '1', '{1,2}', '2026-01-03', 0, 0);
        insert into figure (indicator, area, sex, year, value, status, source, vintage_id, from_computation, to_computation)
        values ('i', 'AAA', '_T', 2019, 1.5, 'A', 'A', 1, 1, null), ('i', 'AAA', '_T', 2020, null, 'M', 'B', 2, 1, 2),
               ('i', 'AAA', '_T', 2020, 2.25, 'E', 'A', 1, 2, null), ('i', 'AAA', '_T', 2021, 3, 'B', 'B', 2, 1, 3),
               ('i', 'AAA', 'F', 2021, 3, 'A', 'B', 1, 1, 2), ('i', 'AAA', 'F', 2021, 3, 'A', 'B', 2, 3, null), ('j', 'AAA', '_T', 2020, 1, 'A', 'A', 1, 1, null);
        insert into gap (measure, indicator, subject, sex, year, value, lower, upper, category, reason, coverage_areas, coverage_areas_of,
                         coverage_population, coverage_estimated, from_computation, to_computation)
        values ('m', 'i', 'AAA', '_T', 2019, 1, null, null, 'z', 'same', null, null, null, null, 1, null),
               ('m', 'i', 'AAA', '_T', 2020, null, 0, 0.5, null, 'same', null, null, null, null, 1, 3),
               ('m', 'i', 'AAA', '_T', 2021, 3, null, 9, 'a', 'Other', null, null, null, null, 2, null),
               ('m', 'i', 'WLD', '_T', 2020, 2, null, null, null, null, 1, 2, 0.75, 0, 1, 2),
               ('m', 'i', 'WLD', '_T', 2021, 2, null, null, null, null, null, null, null, null, 1, 2),
               ('m', 'i', 'WLD', '_T', 2020, 2, null, null, null, null, 2, 2, 1, 0.1, 3, null);
        """;

    private static async Task<IReadOnlyList<string>> OldAsync(NpgsqlDataSource source, string columns, string table, string order, int computation)
    {
        await using var command = source.CreateCommand(
            $"""
            select {columns} from {table}
            where indicator = 'i' and from_computation <= {computation} and (to_computation is null or to_computation > {computation})
            order by {order}
            """);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var lines = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            lines.Add(Line(Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column)).ToArray()));
        }

        return lines;
    }

    private static string Line(params object?[] fields) => string.Join('|', fields.Select(field => Convert.ToString(field, CultureInfo.InvariantCulture)));

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
