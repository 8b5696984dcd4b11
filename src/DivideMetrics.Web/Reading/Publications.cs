using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Indices;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>A source as the footer of a chart names it.</summary>
/// <param name="Citation">How the provider is cited.</param>
/// <param name="Homepage">Page for readers; null when none is known.</param>
/// <param name="Vintage">The date of the vintage that the state takes from it: the provider's release, else the retrieval.</param>
/// <param name="Released">True when that date is the provider's release.</param>
/// <param name="Licence">Licence in words.</param>
/// <param name="LicenceUrl">Its text; null when none is known.</param>
public sealed record SourceNote(string Citation, string? Homepage, DateOnly? Vintage, bool Released, string Licence, string? LicenceUrl)
{
    /// <summary>The sources of some figures of a state, in the order of the declarations.</summary>
    public static IReadOnlyList<SourceNote> Of(IEnumerable<Figure> figures, PublishedView view, Catalog catalog) =>
        figures.Select(figure => (figure.Source, Composite: figure.Source == CompositeEngine.Source ? figure.Indicator : null)).Distinct()
            .OrderBy(origin => catalog.Sources.TakeWhile(source => source.Id != origin.Source).Count())
            .Select(origin => catalog.FindIndicator(origin.Composite ?? "") is { } composite
                ? Computed(composite, catalog)
                : Note(origin.Source, view.State.VintageOf(origin.Source), catalog))
            .ToList();

    /// <summary>Name of the provider of a figure with the vintage's date, short: for key figures.</summary>
    public static string Short(Figure figure, PublishedView view, Catalog catalog)
    {
        var provider = catalog.FindSource(figure.Source)?.Provider ?? figure.Source;
        return view.State.VintageOf(figure.Source) is { } vintage
            ? $"{provider}, {Word(vintage.Released is not null)} {Numbers.Date(vintage.Date)}"
            : provider;
    }

    /// <summary>Addresses of the licences of some sources, each once.</summary>
    public static IReadOnlyList<string> LicencesOf(IEnumerable<SourceNote> sources) => sources.Select(source => source.LicenceUrl).OfType<string>().Distinct().ToList();

    /// <summary>The date in words.</summary>
    public string? Dated => Vintage is { } date ? $"{Word(Released)} {Numbers.Date(date)}" : null;

    private static string Word(bool released) => released ? "released" : "retrieved";

    /// <summary>A score that is computed here carries the licences of all that it is computed from.</summary>
    private static SourceNote Computed(Indicator composite, Catalog catalog)
    {
        var parts = CompositeRegistry.InputsOf(composite, catalog.Indicators).Count;
        var licences = string.Join("; ", catalog.LicencesOf(composite).Select(licence => licence.Title));
        return new($"Computed by DivideMetrics from {Numbers.Count(parts)} indicators", null, null, false, licences, null);
    }

    private static SourceNote Note(string id, Vintage? vintage, Catalog catalog)
    {
        var source = catalog.FindSource(id);
        return new(
            vintage?.Citation ?? source?.Citation ?? id, source?.Homepage, vintage?.Date, vintage?.Released is not null,
            source?.Licence.Title ?? vintage?.Licence ?? "licence unknown", source?.Licence.Url);
    }
}

/// <summary>Coverage in words.</summary>
public static class CoverageText
{
    /// <summary><c>179 of 217 economies, 96.7 % of people</c>.</summary>
    public static string Of(Coverage coverage) =>
        $"{Numbers.Count(coverage.Areas)} of {Numbers.Count(coverage.AreasOf)} economies, {Numbers.Share(coverage.PopulationShare)} of people";

    /// <summary>
    /// Who is shown in a year: with the share of people where the world's mean counts just these economies. It counts fewer where terms keep figures
    /// out of groups, and then says nothing of what is shown.
    /// </summary>
    /// <param name="facts">The indicator.</param>
    /// <param name="rows">The rows that are shown.</param>
    /// <param name="year">Their year.</param>
    /// <param name="sex">Whose values they are.</param>
    public static string OfShown(IndicatorFacts facts, IReadOnlyList<AreaYear> rows, int year, Sex sex = Sex.Total)
    {
        var economies = rows.Where(row => row.Area.Kind == AreaKind.Economy).ToList();
        var shown = economies.Count(row => row.Value is not null);
        var mean = facts.Measure(MeasureIds.Mean, IndicatorFacts.World, year, sex)?.Coverage;
        var words = mean is not null && mean.Areas == shown && mean.AreasOf == economies.Count ? Of(mean) : $"{Numbers.Count(shown)} of {Numbers.Count(economies.Count)} economies";
        return $"{words} in {Numbers.Year(year)}";
    }

    /// <summary>Who counts in the world's mean of a year, of the newest published one where that year has none; null where none is published.</summary>
    public static string? OfMeans(IndicatorFacts facts, int year)
    {
        var mean = facts.Measure(MeasureIds.Mean, IndicatorFacts.World, year) is { Value: not null } asked
            ? asked
            : facts.NewestPublished(MeasureIds.Mean, IndicatorFacts.World);
        return mean?.Coverage is { } coverage ? $"{Of(coverage)} in {Numbers.Year(mean.Year)}" : null;
    }
}
