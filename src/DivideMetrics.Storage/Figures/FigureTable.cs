using DivideMetrics.Observations;
using DivideMetrics.Panels;
using Npgsql;
using NpgsqlTypes;

namespace DivideMetrics.Storage.Figures;

/// <summary>How series of figures stand in the table <c>figure_series</c>.</summary>
internal static class FigureTable
{
    public static SeriesTable<FigureSeries> Table { get; } = new(
        "figure_series", ["area", "sex"], ["years", "\"values\"", "statuses", "sources", "vintages", "origin_at"])
    {
        KeyOf = series => [series.Area, series.Sex.Code()],
        DigestOf = Digest,
        Write = Write,
        Read = Read,
    };

    // The vintage is carried: a value that stands in a row of another vintage says the same.
    private static Guid Digest(FigureSeries series)
    {
        var sources = series.Origins.Select(origin => origin.Source).Distinct(StringComparer.Ordinal).ToArray();
        var at = Array.ConvertAll(series.OriginAt, index => (short)Array.IndexOf(sources, series.Origins[index].Source));
        return RowDigest.Begin().Add(series.Years).Add(series.Values).Add(series.Statuses).Add(sources).Add(at.AsSpan()).End();
    }

    private static void Write(NpgsqlBinaryImporter importer, FigureSeries series)
    {
        importer.Write(series.Years, NpgsqlDbType.Array | NpgsqlDbType.Smallint);
        importer.Write(series.Values, NpgsqlDbType.Array | NpgsqlDbType.Double);
        importer.Write(series.Statuses, NpgsqlDbType.Text);
        importer.Write(Array.ConvertAll(series.Origins, origin => origin.Source), NpgsqlDbType.Array | NpgsqlDbType.Text);
        importer.Write(Array.ConvertAll(series.Origins, origin => origin.Vintage), NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        importer.Write(series.OriginAt, NpgsqlDbType.Array | NpgsqlDbType.Smallint);
    }

    private static FigureSeries Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), Reading.Sex(row.GetString(2)), row.GetFieldValue<short[]>(3), row.GetFieldValue<double?[]>(4),
        row.GetString(5),
        row.GetFieldValue<string[]>(6).Zip(row.GetFieldValue<long[]>(7), (source, vintage) => new FigureOrigin(source, vintage)).ToArray(),
        row.GetFieldValue<short[]>(8));
}
