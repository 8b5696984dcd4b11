using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Owid;

/// <summary>A chart's table: <c>Entity,Code,Year,title…</c>, or the same with short names.</summary>
internal sealed class OwidTable(CsvReader reader, string file, SourceDefinition source)
{
    private const int Keys = 3;

    private static readonly string[] Beside =
    [
        "__original_year", " (Original Year)", "__annotations", " (Annotations)",
        "owid_region", "World region according to OWID", "Continent",
    ];

    private static readonly string[] Projected = ["__projected", " (Projected)"];

    /// <summary>The slug of a series code.</summary>
    public static string SlugOf(string series) => series.Split('/')[0];

    /// <summary>The rows; a missing value gives none.</summary>
    /// <exception cref="SourceException">The table is not annual, or its columns are not those of the declared series.</exception>
    public IEnumerable<SourceRow> Rows(OwidAreas areas, Intake intake)
    {
        var columns = ReadHeader();
        columns.ForEach(column => intake.Declares(column.Series));
        var width = reader.Fields.Count;
        while (reader.Read())
        {
            if (reader.IsBlank)
            {
                continue;
            }

            if (reader.Fields.Count != width)
            {
                throw new SourceException(
                    file, reader.Line, $"Expected {width} fields, found {reader.Fields.Count}. The file is damaged or cut off.");
            }

            foreach (var row in Frame(areas, intake) is { } frame ? Cells(frame, columns, intake) : [])
            {
                yield return row;
            }
        }
    }

    private List<(int Index, string Series, ObsStatus Status)> ReadHeader()
    {
        var names = reader.Read() ? reader.Fields.Select(field => field.Trim()).ToList() : [];
        if (names.Count <= Keys || !names[0].Equals("entity", StringComparison.OrdinalIgnoreCase))
        {
            throw new SourceException(
                file, 1, $"Expected a header Entity, Code, Year and a title, found {string.Join(", ", names.Take(Keys + 1))}.");
        }

        if (!names[2].Equals("year", StringComparison.OrdinalIgnoreCase))
        {
            throw new SourceException(
                file, 1, $"Expected annual figures with a column Year, found '{names[2]}'. Take the chart out of the source.");
        }

        var values = Enumerable.Range(Keys, names.Count - Keys)
            .Where(index => !Beside.Any(end => names[index].EndsWith(end, StringComparison.OrdinalIgnoreCase))).ToList();
        return ColumnsOf(values.ConvertAll(index => (index, names[index])));
    }

    private List<(int Index, string Series, ObsStatus Status)> ColumnsOf(List<(int Index, string Name)> values)
    {
        var slug = Path.GetFileNameWithoutExtension(file);
        var declared = source.Series.Select(series => series.Code).ToHashSet(StringComparer.Ordinal);
        var bare = values.Select(value => Plain(value.Name)).Distinct(StringComparer.Ordinal).ToList();
        if (declared.Contains(slug) && bare.Count > 1)
        {
            throw new SourceException(
                file,
                1,
                $"Expected one column of values, found {string.Join(", ", bare)}. Declare the series as {slug}/{bare[0]} in seeds/sources.");
        }

        return values
            .ConvertAll(value => (
                value.Index,
                Series: declared.Contains(slug) ? slug : $"{slug}/{Plain(value.Name)}",
                Status: Plain(value.Name) == value.Name ? ObsStatus.A : ObsStatus.F))
            .FindAll(column => declared.Contains(column.Series) || !HasSlug(declared, slug));
    }

    private static bool HasSlug(HashSet<string> declared, string slug) => declared.Any(code => SlugOf(code) == slug);

    private static string Plain(string name) =>
        Projected.FirstOrDefault(end => name.EndsWith(end, StringComparison.Ordinal)) is { } suffix ? name[..^suffix.Length] : name;

    private SourceRow? Frame(OwidAreas areas, Intake intake)
    {
        var (entity, code, period) = (reader.Fields[0].Trim(), reader.Fields[1].Trim(), reader.Fields[2].Trim());
        if (!areas.TryFind(entity, code, out var area))
        {
            return null;
        }

        var text = area is null || code.Length == 0 ? entity : code;
        var row = new SourceRow("", area, text, 0, null) { Place = new(file, reader.Line) };
        if (NumberText.TryYear(period, out var year))
        {
            return row with { Year = year };
        }

        intake.Report("not-a-year", Severity.Error, $"Expected a year of four digits, found '{period}'.", row);
        return null;
    }

    private IEnumerable<SourceRow> Cells(SourceRow frame, List<(int Index, string Series, ObsStatus Status)> columns, Intake intake)
    {
        foreach (var (index, series, status) in columns)
        {
            var text = reader.Fields[index].Trim();
            var row = frame with { Series = series, Status = status };
            if (NumberText.TryValue(text, out var value))
            {
                yield return row with { Value = value };
            }
            else if (text.Length > 0)
            {
                intake.Report("not-a-number", Severity.Error, $"Expected a number or nothing, found '{text}'.", row);
            }
        }
    }
}
