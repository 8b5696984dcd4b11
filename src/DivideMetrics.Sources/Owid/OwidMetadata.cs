using System.Text.Json;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Owid;

/// <summary>A chart's <c>metadata.json</c>: only the day on which its columns were last updated is read.</summary>
internal static class OwidMetadata
{
    /// <summary>The latest <c>lastUpdated</c> of the columns; null when none says it.</summary>
    /// <exception cref="SourceException">The file is no JSON.</exception>
    public static DateOnly? UpdatedOf(RawFile file)
    {
        using var document = JsonBody.Open(file);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("columns", out var columns)
            && columns.ValueKind == JsonValueKind.Object
                ? columns.EnumerateObject().Select(column => DayOf(column.Value)).Max()
                : null;
    }

    private static DateOnly? DayOf(JsonElement column) =>
        column.ValueKind == JsonValueKind.Object
        && column.TryGetProperty("lastUpdated", out var day)
        && day.ValueKind == JsonValueKind.String
            ? NumberText.DayOrNull(day.GetString())
            : null;
}
