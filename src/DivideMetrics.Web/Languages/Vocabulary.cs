using DivideMetrics.Seeds;

namespace DivideMetrics.Web.Languages;

/// <summary>The texts of the seeds that pages say in the reader's language: their keys stand in no code.</summary>
public static class Vocabulary
{
    /// <summary>Every such text once, without the empty ones.</summary>
    public static IReadOnlyList<string> Of(Catalog catalog) => Texts(catalog).OfType<string>().Where(text => text.Length > 0).Distinct().ToList();

    private static IEnumerable<string?> Texts(Catalog catalog) =>
    [
        .. catalog.Indicators.SelectMany(indicator => new[] { indicator.Title, indicator.Definition, indicator.UnitLabel, indicator.UnitShort, indicator.Dimension }),
    ];
}
