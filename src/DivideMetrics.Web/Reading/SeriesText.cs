using DivideMetrics.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>A series in one line.</summary>
public static class SeriesText
{
    /// <summary>The provider's code and the dimensions that split it: <c>i99H, SEX F, AGE Y15T24</c>.</summary>
    public static string Of(SeriesKey series)
    {
        var parts = new List<string> { series.Code };
        if (series.Sex != Sex.Total)
        {
            parts.Add($"SEX {series.Sex.Code()}");
        }

        Add(parts, "AGE", series.Age);
        Add(parts, "URBANISATION", series.Urbanisation);
        Add(parts, "", series.Breakdown);
        return string.Join(", ", parts);
    }

    private static void Add(List<string> parts, string name, string code)
    {
        if (code != "_T")
        {
            parts.Add($"{name} {code}".TrimStart());
        }
    }
}
