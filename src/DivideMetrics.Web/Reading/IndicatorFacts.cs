using DivideMetrics.Areas;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>The figures and measures of one indicator in one computation, ready to be looked up. Immutable.</summary>
public sealed class IndicatorFacts
{
    /// <summary>Code of the world, both as the provider's own row and as a group.</summary>
    public const string World = AreaCatalog.World;

    private readonly Dictionary<(string Area, Sex Sex), IReadOnlyList<Figure>> _series;
    private readonly Dictionary<(string Measure, string Subject, Sex Sex), GapSeries> _gaps;
    private readonly HashSet<string> _measures;

    /// <summary>Indexes rows; figures without a value are left out.</summary>
    public IndicatorFacts(Indicator indicator, IEnumerable<Figure> figures, IEnumerable<GapSeries> gaps)
    {
        Indicator = indicator;
        Figures = figures.Where(figure => figure.Value is not null).ToList();
        _series = Figures.GroupBy(figure => (figure.Area, figure.Sex)).ToDictionary(
            group => group.Key, group => (IReadOnlyList<Figure>)group.OrderBy(figure => figure.Year).ToList());
        _gaps = gaps.ToDictionary(series => (series.Measure, series.Subject, series.Sex));
        _measures = _gaps.Keys.Select(key => key.Measure).ToHashSet(StringComparer.Ordinal);
        Sexes = Enum.GetValues<Sex>().Where(sex => _series.Keys.Any(key => key.Sex == sex && key.Area != World)).ToList();
    }

    /// <summary>The indicator.</summary>
    public Indicator Indicator { get; }

    /// <summary>All figures that have a value.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>The sexes for which areas have figures.</summary>
    public IReadOnlyList<Sex> Sexes { get; }

    /// <summary>Years in which at least one area beside the world has a figure, in order.</summary>
    public IReadOnlyList<int> YearsOf(Sex sex) =>
        Figures.Where(figure => figure.Sex == sex && figure.Area != World).Select(figure => figure.Year).Distinct().Order().ToList();

    /// <summary>The newest year with at least two thirds of the areas of the best informed year; null without figures.</summary>
    public int? BroadYear(Sex sex) =>
        BroadYears.Of(Figures.Where(figure => figure.Sex == sex && figure.Area != World).Select(figure => figure.Year)) is [.., var newest] ? newest : null;

    /// <summary>The figures of an area by year.</summary>
    public IReadOnlyList<Figure> SeriesOf(string area, Sex sex = Sex.Total) => _series.GetValueOrDefault((area, sex)) ?? [];

    /// <summary>The figure of a year, or null.</summary>
    public Figure? At(string area, int year, Sex sex = Sex.Total) => SeriesOf(area, sex).FirstOrDefault(figure => figure.Year == year);

    /// <summary>The newest figure, or null.</summary>
    public Figure? Latest(string area, Sex sex = Sex.Total) => SeriesOf(area, sex) is [.., var last] ? last : null;

    /// <summary>The measures of a subject by year.</summary>
    public IReadOnlyList<Gap> Measures(string measure, string subject, Sex sex = Sex.Total) =>
        Packed(measure, subject, sex)?.Unpack().ToList() ?? [];

    /// <summary>The measure of a year, or null.</summary>
    public Gap? Measure(string measure, string subject, int year, Sex sex = Sex.Total) =>
        Packed(measure, subject, sex)?.Find(year);

    /// <summary>The newest row of a measure, or null.</summary>
    public Gap? NewestMeasure(string measure, string subject, Sex sex = Sex.Total) =>
        Packed(measure, subject, sex) is { } series ? series[series.Count - 1] : null;

    /// <summary>The newest row of a measure that has a value, or null.</summary>
    public Gap? NewestPublished(string measure, string subject, Sex sex = Sex.Total) =>
        Packed(measure, subject, sex) is { } series && Array.FindLastIndex(series.Values, value => value is not null) is >= 0 and var newest
            ? series[newest]
            : null;

    /// <summary>All rows of a measure.</summary>
    public IEnumerable<Gap> AllOf(string measure) => _gaps.Where(pair => pair.Key.Measure == measure).SelectMany(pair => pair.Value.Unpack());

    /// <summary>True when rows of this measure exist.</summary>
    public bool Has(string measure) => _measures.Contains(measure);

    private GapSeries? Packed(string measure, string subject, Sex sex) => _gaps.GetValueOrDefault((measure, subject, sex));
}
