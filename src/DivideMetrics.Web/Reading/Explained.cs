using System.Globalization;
using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Jobs.Computing;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Storage.Observations;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>Which value is to be explained, as it was written.</summary>
/// <param name="Measure">Measure id.</param>
/// <param name="Indicator">Indicator id.</param>
/// <param name="Area">Code of an economy or a group.</param>
/// <param name="Year">Year.</param>
/// <param name="Sex"><c>_T</c>, <c>F</c> or <c>M</c>; <c>_T</c> without it.</param>
public sealed record ExplainQuestion(string? Measure, string? Indicator, string? Area, string? Year, string? Sex);

/// <summary>What is not there: 404.</summary>
/// <param name="Kind">What was looked for: <c>measure</c>, <c>indicator</c>, <c>area</c>, <c>value</c>.</param>
/// <param name="Found">What was written.</param>
/// <param name="Suggestions">What may have been meant.</param>
public sealed record NotThere(string Kind, string Found, IReadOnlyList<string> Suggestions);

/// <summary>The answer to a question: an explanation, or a parameter that cannot be read, or something that is not there.</summary>
/// <param name="Value">The explanation.</param>
/// <param name="Problem">The wrong parameter.</param>
/// <param name="Missing">What is not there.</param>
public sealed record ExplainOutcome(Explained? Value, QueryProblem? Problem = null, NotThere? Missing = null);

/// <summary>An explanation with what the product knows about the origin of its figures.</summary>
/// <param name="Explanation">How the value came about.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="View">The state.</param>
/// <param name="Vintages">The vintages from which the indicator's figures and measures were computed in this state, by source.</param>
public sealed record Explained(Explanation Explanation, Indicator Indicator, PublishedView View, IReadOnlyList<Vintage> Vintages)
{
    private const int Near = 5;

    /// <summary>The retrieval in which a figure's value first appeared; null when it is not known.</summary>
    public Vintage? VintageOf(Figure figure) => View.Vintages.GetValueOrDefault(figure.Vintage);

    /// <summary>Codes of the series by which the figure's indicator takes points from its source.</summary>
    public IReadOnlyList<string> SeriesOf(Figure figure) => (figure.Indicator == Indicator.Id ? Indicator : Others.GetValueOrDefault(figure.Indicator))?.Series
        .Where(series => series.Source == figure.Source).Select(series => series.Code).Distinct().ToList() ?? [];

    /// <summary>The other indicators whose figures entered, by id.</summary>
    public IReadOnlyDictionary<string, Indicator> Others { get; init; } = new Dictionary<string, Indicator>();

    /// <summary>Explains a value of a view.</summary>
    public static async Task<ExplainOutcome> FindAsync(Catalog catalog, PublishedView view, ExplainQuestion question)
    {
        if (Problem(question) is { } problem)
        {
            return new(null, problem);
        }

        if (Missing(catalog, question) is { } missing)
        {
            return new(null, null, missing);
        }

        var indicator = catalog.FindIndicator(question.Indicator!)!;
        var year = int.Parse(question.Year!, NumberStyles.None, CultureInfo.InvariantCulture);
        SexCodes.TryParse(question.Sex ?? "_T", out var sex);
        var all = (await view.GapsAsync(indicator.Id, [question.Measure!])).Where(gap => gap.Subject == question.Area && gap.Sex == sex).ToList();
        if (all.Find(gap => gap.Year == year) is not { } gap)
        {
            return new(null, null, new("value", question.Year!, Nearest(all, year)));
        }

        var inputs = await IndicatorInputs.ReadAsync(catalog, indicator, view.FiguresAsync);
        var explanation = Explanation.Of(inputs, gap, IndicatorInputs.PartsOf(catalog, indicator));
        var others = explanation.Inputs.Select(input => input.Figure.Indicator).Distinct().Select(catalog.FindIndicator).OfType<Indicator>();
        return new(new Explained(explanation, indicator, view, await view.VintagesOfAsync(indicator)) { Others = others.ToDictionary(other => other.Id) });
    }

    private static QueryProblem? Problem(ExplainQuestion question) =>
        Lacks("measure", question.Measure, T("a measure id of /api/v1/measures")) ?? Lacks("indicator", question.Indicator, T("an indicator id of /api/v1/indicators"))
        ?? Lacks("area", question.Area, T("the code of an economy or a group"))
        ?? (question.Year is { Length: 4 } year && year.All(char.IsAsciiDigit) ? null : new QueryProblem("year", question.Year ?? "", T("a year such as 2021")))
        ?? (question.Sex is null || SexCodes.TryParse(question.Sex, out _) ? null : new QueryProblem("sex", question.Sex, T("_T, F or M")));

    private static QueryProblem? Lacks(string parameter, string? value, string expected) =>
        string.IsNullOrWhiteSpace(value) ? new(parameter, value ?? "", expected) : null;

    private static NotThere? Missing(Catalog catalog, ExplainQuestion question)
    {
        if (catalog.FindIndicator(question.Indicator!) is not { } indicator)
        {
            return new("indicator", question.Indicator!, catalog.SuggestIndicators(question.Indicator!).Select(near => near.Id).ToList());
        }

        var measures = MeasureRegistry.IdsOf(indicator);
        if (!measures.Contains(MeasureRegistry.WholeOf(question.Measure!)))
        {
            return new("measure", question.Measure!, measures);
        }

        return catalog.Areas.Find(question.Area!) is null && catalog.Areas.FindGroup(question.Area!) is null
            ? new("area", question.Area!, catalog.Areas.Suggest(question.Area!).Select(area => area.Code).ToList())
            : null;
    }

    private static List<string> Nearest(List<Gap> all, int year) => all.Select(gap => gap.Year).OrderBy(known => Math.Abs(known - year)).Take(Near)
        .Order().Select(known => known.ToString(CultureInfo.InvariantCulture)).ToList();
}
