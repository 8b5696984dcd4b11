using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Panels;
using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Figures;

/// <summary>How series of measures stand in the table <c>gap_series</c>.</summary>
internal static class GapTable
{
    public static SeriesTable<GapSeries> Table { get; } = new(
        "gap_series",
        ["measure", "subject", "sex"],
        [
            "years", "\"values\"", "lower", "upper", "categories", "category_at", "reasons", "reason_at",
            "coverage_areas", "coverage_areas_of", "coverage_population", "coverage_estimated",
        ])
    {
        KeyOf = series => [series.Measure, series.Subject, series.Sex.Code()],
        DigestOf = Digest,
        Write = Write,
        Read = Read,
    };

    private static Guid Digest(GapSeries series) => RowDigest.Begin()
        .Add(series.Years).Add(series.Values).Add(series.Lower).Add(series.Upper)
        .Add(series.Categories.Texts).Add(series.Categories.At).Add(series.Reasons.Texts).Add(series.Reasons.At)
        .Add(series.Coverage?.Areas).Add(series.Coverage?.AreasOf).Add(series.Coverage?.PopulationShare).Add(series.Coverage?.EstimatedShare)
        .End();

    private static void Write(NpgsqlBinaryImporter importer, GapSeries series)
    {
        importer.Write(series.Years, NpgsqlDbType.Array | NpgsqlDbType.Smallint);
        WriteOrNull(importer, series.Values, NpgsqlDbType.Double);
        WriteOrNull(importer, series.Lower, NpgsqlDbType.Double);
        WriteOrNull(importer, series.Upper, NpgsqlDbType.Double);
        Write(importer, series.Categories);
        Write(importer, series.Reasons);
        WriteOrNull(importer, series.Coverage?.Areas, NpgsqlDbType.Integer);
        WriteOrNull(importer, series.Coverage?.AreasOf, NpgsqlDbType.Integer);
        WriteOrNull(importer, series.Coverage?.PopulationShare, NpgsqlDbType.Double);
        WriteOrNull(importer, series.Coverage?.EstimatedShare, NpgsqlDbType.Double);
    }

    private static void Write(NpgsqlBinaryImporter importer, TextColumn column)
    {
        importer.Write(column.Texts, NpgsqlDbType.Array | NpgsqlDbType.Text);
        importer.Write(column.At, NpgsqlDbType.Array | NpgsqlDbType.Smallint);
    }

    private static void WriteOrNull<T>(NpgsqlBinaryImporter importer, T[]? column, NpgsqlDbType type)
    {
        if (column is null)
        {
            importer.WriteNull();
        }
        else
        {
            importer.Write(column, NpgsqlDbType.Array | type);
        }
    }

    private static GapSeries Read(NpgsqlDataReader row) => new(
        row.GetString(1), row.GetString(0), row.GetString(2), Reading.Sex(row.GetString(3)), row.GetFieldValue<short[]>(4),
        row.GetFieldValue<double?[]>(5))
    {
        Lower = OrNull<double?>(row, 6),
        Upper = OrNull<double?>(row, 7),
        Categories = Texts(row, 8),
        Reasons = Texts(row, 10),
        Coverage = row.IsDBNull(12)
            ? null
            : new(
                row.GetFieldValue<int?[]>(12), row.GetFieldValue<int?[]>(13), row.GetFieldValue<double?[]>(14), row.GetFieldValue<double?[]>(15)),
    };

    private static T[]? OrNull<T>(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<T[]>(column);

    private static TextColumn Texts(NpgsqlDataReader row, int column) =>
        row.GetFieldValue<string[]>(column) is { Length: > 0 } texts ? new(texts, row.GetFieldValue<short?[]>(column + 1)) : TextColumn.Empty;
}
