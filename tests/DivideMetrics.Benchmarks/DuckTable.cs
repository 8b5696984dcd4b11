using DuckDB.NET.Data;

namespace DivideMetrics.Benchmarks;

/// <summary>The same rows in DuckDB, in memory.</summary>
internal sealed class DuckTable : IDisposable
{
    // One pass for the sums, one window for the running amount. Refusals as ours: a negative value or a mean of 0 leave inequality without a value.
    private const string Sql =
        """
        with joined as (
            select o.series, o.year, o.value as x, p.value as w
            from observation as o join population as p on p.area = o.area and p.year = o.year
            where p.value > 0
        ),
        running as (
            select series, year, x, w, sum(w * x) over (partition by series, year order by x, w rows unbounded preceding) as amount
            from joined
        ),
        sums as (
            select series, year, sum(w) as people, sum(w * x) as total, min(x) as least from joined group by series, year
        )
        select r.series, r.year, any_value(total / people),
               case when any_value(least) < 0 or any_value(total) = 0 then null
                    else greatest(0, 1 - sum(w * (2 * amount - w * x)) / any_value(people * total)) end,
               case when any_value(least) < 0 or any_value(total) = 0 then null
                    else greatest(0, sum(case when x > 0 and total > 0 then w * (x * people / total) * ln(x * people / total) else 0 end) / any_value(people)) end
        from running as r join sums as s on s.series = r.series and s.year = r.year
        group by r.series, r.year
        """;

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public DuckTable(EconomyRows rows)
    {
        _connection.Open();
        Execute("create table observation (series integer, area integer, year integer, value double)");
        Execute("create table population (area integer, year integer, value double)");
        using (var appender = _connection.CreateAppender("observation"))
        {
            for (var row = 0; row < rows.Values.Length; row++)
            {
                appender.CreateRow().AppendValue(rows.SeriesOf[row]).AppendValue(rows.Areas[row]).AppendValue(rows.Years[row]).AppendValue(rows.Values[row]).EndRow();
            }
        }

        using var weights = _connection.CreateAppender("population");
        foreach (var (area, year, value) in rows.Weights)
        {
            weights.CreateRow().AppendValue(area).AppendValue(year).AppendValue(value).EndRow();
        }
    }

    /// <summary>On how many threads it works from now on.</summary>
    public void Threads(int count) => Execute(FormattableString.Invariant($"set threads = {count}"));

    /// <summary>Every series and year.</summary>
    public Dictionary<(int Series, int Year), SeriesYear> Compute()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = Sql;
        using var reader = command.ExecuteReader();
        var found = new Dictionary<(int Series, int Year), SeriesYear>();
        while (reader.Read())
        {
            found.Add(
                (reader.GetInt32(0), reader.GetInt32(1)),
                new(reader.GetDouble(2), reader.IsDBNull(3) ? null : reader.GetDouble(3), reader.IsDBNull(4) ? null : reader.GetDouble(4)));
        }

        return found;
    }

    public void Dispose() => _connection.Dispose();

#pragma warning disable CA2100 // this program's own constants
    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
