using System.Globalization;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Api;

/// <summary>A figure with what its row says beside it.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Indicator">Its indicator.</param>
/// <param name="Vintage">The vintage in which it first appeared.</param>
internal sealed record FigureLine(Figure Figure, Indicator Indicator, Vintage Vintage);

/// <summary>The columns of a file of figures. Every text is a code of SDMX or of the seeds, so no cell can be taken for a formula.</summary>
internal static class FigureCsv
{
    private static readonly CsvColumn<FigureLine>[] All =
    [
        new("REF_AREA", "Reference area: ISO 3166-1 alpha-3, XKX, CHI, or the provider's code of an aggregate (WLD)", line => line.Figure.Area),
        new("SEX", "_T both, F female, M male", line => line.Figure.Sex.Code()),
        new("TIME_PERIOD", "Year", line => CsvText.Of(line.Figure.Year)),
        new("OBS_VALUE", "Value; empty when missing", line => CsvText.Of(line.Figure.Value)),
        new("OBS_STATUS", "SDMX CL_OBS_STATUS: A normal, B break, E estimated, F forecast, I imputed, M or O missing, P provisional, U low reliability",
            line => line.Figure.Status.ToString()),
        new("UNIT_MEASURE", "SDMX unit of measure", line => line.Indicator.Unit),
        new("SOURCE", "Source id, see /api/v1/sources", line => line.Figure.Source),
        new("VINTAGE", "Date of the source's release, or of its retrieval where the provider gives none",
            line => line.Vintage.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    /// <summary>The columns for an indicator: SEX only where its series have it.</summary>
    public static IReadOnlyList<CsvColumn<FigureLine>> ColumnsOf(Indicator indicator) =>
        All.Where(column => indicator.BySex || column.Name != "SEX").ToList();
}
