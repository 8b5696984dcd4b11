using System.Text.Json;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dbnomics;

/// <summary>Turns the series of an answer into observations.</summary>
internal sealed class DbnomicsReading(ParseRequest request, DbnomicsQuery query)
{
    private readonly Intake _intake = new(request);
    private readonly AreaColumn _areas = new(query.AreaKind, request.Areas);
    private readonly OtherSeries _others = new(request);

    /// <summary>The observations of all pages.</summary>
    /// <exception cref="SourceException">A page is missing or no answer of the API.</exception>
    public IEnumerable<Observation> Read()
    {
        var (expected, left) = (0, 0);
        foreach (var file in request.Files)
        {
            using var page = DbnomicsPage.Open(file);
            if (page.Offset != (left > 0 ? expected : 0) && !query.Partial)
            {
                throw Incomplete(file, $"the page after {expected} series, found the one after {page.Offset}");
            }

            var ordinal = page.Offset;
            foreach (var observation in page.Docs.SelectMany(doc => Rows(doc, new(file.Name, ++ordinal))))
            {
                yield return observation;
            }

            (expected, left) = (page.Offset + page.Docs.Count, page.Left);
        }

        if (left > 0 && !query.Partial)
        {
            throw Incomplete(request.Files[^1], $"{left} series more");
        }

        _others.Report();
        _intake.ReportAbsent();
    }

    private static SourceException Incomplete(RawFile file, string what) =>
        new($"{file.Name}: expected {what}. The vintage is incomplete; fetch it anew, or set the option 'partial'.");

    private IEnumerable<Observation> Rows(JsonElement doc, Place place)
    {
        var dimensions = doc.ValueKind == JsonValueKind.Object && doc.TryGetProperty("dimensions", out var found) ? found : default;
        var (series, area) = (DbnomicsPage.TextOf(dimensions, query.SeriesDimension), DbnomicsPage.TextOf(dimensions, query.AreaDimension));
        var row = new SourceRow(series, area.Length == 0 ? null : _areas.Find(area), area, 0, null) { Place = place };
        if (series.Length == 0 || !_intake.Declares(series))
        {
            _others.Add(series.Length == 0 ? DbnomicsPage.TextOf(doc, "series_code") : series);
            return [];
        }

        if (DbnomicsPage.TextOf(doc, "@frequency") is var frequency and not ("annual" or ""))
        {
            _intake.Report("not-annual", Severity.Warning, $"Expected an annual series, found a {frequency} one; left out.", row);
            return [];
        }

        return Points(doc, row with { Breakdown = BreakdownOf(dimensions) });
    }

    private IEnumerable<Observation> Points(JsonElement doc, SourceRow row)
    {
        if (ListOf(doc, "period") is not { } periods || ListOf(doc, "value") is not { } values || periods.Count != values.Count)
        {
            _intake.Report("bad-row", Severity.Error, "Expected lists of periods and values of the same length.", row);
            yield break;
        }

        for (var index = 0; index < values.Count; index++)
        {
            if (Point(periods[index], values[index], row) is { } observation)
            {
                yield return observation;
            }
        }
    }

    private Observation? Point(JsonElement period, JsonElement value, SourceRow row)
    {
        var text = value.ToString();
        if (text is "" or "NA")
        {
            return null;
        }

        if (!NumberText.TryYear(period.ToString(), out var year))
        {
            _intake.Report("not-a-year", Severity.Error, $"Expected a year of four digits, found '{period}'.", row);
            return null;
        }

        if (!NumberText.TryValue(text, out var number))
        {
            _intake.Report("not-a-number", Severity.Error, $"Expected a number or NA, found '{Short(text)}'.", row with { Year = year });
            return null;
        }

        return _intake.Take(row with { Year = year, Value = number });
    }

    private string? BreakdownOf(JsonElement dimensions)
    {
        var parts = dimensions.EnumerateObject()
            .Where(dimension => !IsAsked(dimension.Name))
            .OrderBy(dimension => dimension.Name, StringComparer.Ordinal)
            .Select(dimension => $"{Plain(dimension.Name)}={Plain(dimension.Value.ToString())}").ToList();
        return parts.Count == 0 ? null : string.Join(';', parts);
    }

    /// <summary>A dimension that is the series, the area, the one frequency, or held to one value.</summary>
    private bool IsAsked(string name) =>
        name == query.SeriesDimension
        || name == query.AreaDimension
        || name.ToUpperInvariant() is "FREQ" or "FREQUENCY"
        || query.Fixed.Any(pair => pair.Key == name);

    private static string Plain(string text) => text.Replace(';', ',').Replace('=', ':');

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static List<JsonElement>? ListOf(JsonElement doc, string name) =>
        doc.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : null;
}
