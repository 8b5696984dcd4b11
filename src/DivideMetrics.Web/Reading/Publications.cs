using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Indices;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using static DivideMetrics.Web.Languages.Text;

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
                ? OfComposite(composite, catalog)
                : Note(origin.Source, view.State.VintageOf(origin.Source), catalog))
            .ToList();

    /// <summary>Name of the provider of a figure with the vintage's date, short: for key figures.</summary>
    public static string Short(Figure figure, PublishedView view, Catalog catalog)
    {
        var provider = catalog.FindSource(figure.Source)?.Provider ?? figure.Source;
        return view.State.VintageOf(figure.Source) switch
        {
            null => provider,
            { Released: not null } vintage => T("{0}, released {1}", provider, Numbers.Date(vintage.Date)),
            var vintage => T("{0}, retrieved {1}", provider, Numbers.Date(vintage.Date)),
        };
    }

    /// <summary>Addresses of the licences of some sources, each once.</summary>
    public static IReadOnlyList<string> LicencesOf(IEnumerable<SourceNote> sources) => sources.Select(source => source.LicenceUrl).OfType<string>().Distinct().ToList();

    /// <summary>How many indicators a score is computed from here; null for a source that is read.</summary>
    public int? Parts { get; init; }

    /// <summary>What stands in the place of the citation, in the reader's language; null for a source that is read.</summary>
    public string? Computed => Parts is { } parts
        ? N(parts, "Computed by DivideMetrics from one indicator", "Computed by DivideMetrics from {0} indicators", Numbers.Count(parts))
        : null;

    /// <summary>The date in words.</summary>
    public string? Dated => Vintage is { } date ? Released ? T("released {0}", Numbers.Date(date)) : T("retrieved {0}", Numbers.Date(date)) : null;

    /// <summary>A score that is computed here carries the licences of all that it is computed from.</summary>
    private static SourceNote OfComposite(Indicator composite, Catalog catalog)
    {
        var parts = CompositeRegistry.InputsOf(composite, catalog.Indicators).Count;
        var licences = string.Join("; ", catalog.LicencesOf(composite).Select(licence => licence.Title));
        return new($"Computed by DivideMetrics from {Numbers.Count(parts)} indicators", null, null, false, licences, null) { Parts = parts };
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
        T("{0} of {1} economies, {2} of people", Numbers.Count(coverage.Areas), Numbers.Count(coverage.AreasOf), Numbers.Share(coverage.PopulationShare));

    private static string Of(Coverage coverage, int year) => T(
        "{0} of {1} economies, {2} of people in {3}",
        Numbers.Count(coverage.Areas), Numbers.Count(coverage.AreasOf), Numbers.Share(coverage.PopulationShare), Numbers.Year(year));

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
        return mean is not null && mean.Areas == shown && mean.AreasOf == economies.Count
            ? Of(mean, year)
            : T("{0} of {1} economies in {2}", Numbers.Count(shown), Numbers.Count(economies.Count), Numbers.Year(year));
    }

    /// <summary>Who counts in the world's mean of a year, of the newest published one where that year has none; null where none is published.</summary>
    public static string? OfMeans(IndicatorFacts facts, int year)
    {
        var mean = facts.Measure(MeasureIds.Mean, IndicatorFacts.World, year) is { Value: not null } asked
            ? asked
            : facts.NewestPublished(MeasureIds.Mean, IndicatorFacts.World);
        return mean?.Coverage is { } coverage ? Of(coverage, mean.Year) : null;
    }
}
