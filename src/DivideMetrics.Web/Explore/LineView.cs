using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Explore;

/// <summary>Lines over time: in one panel, or in a panel each.</summary>
internal static class LineView
{
    private const int MostPanels = 16;

    public static ExploreChart Of(ExploreData data, ExploreScope scope)
    {
        var span = scope.Span!.Value;
        var codes = data.State.Facet ? scope.LineCodes(MostPanels) : scope.LineCodes();
        var figure = LinesOf(data, scope, codes, span);
        var rows = figure.Series.SelectMany(line => line.Points.Select(point => data.Main.At(line.Code, point.Year)).OfType<VariablePoint>()).Select(point => new ShownRow(data.Main, point)).ToList();
        var words = WordsOf(data, figure);
        return new()
        {
            Finding = FindingOf(data, figure),
            Subtitle = SubtitleOf(data, figure),
            Words = words,
            Figure = data.State.Facet
                ? new MultiplesFigure { Lines = figure, Uniform = !data.State.OwnScales, Summary = words, Height = MultiplesFigure.HeightOf(figure.Series.Count, false), NarrowHeight = MultiplesFigure.HeightOf(figure.Series.Count, true) }
                : figure with { Summary = words },
            Rows = [.. rows, .. Projected(data, figure)],
            Areas = codes,
            Note = figure.Series.Any(line => line.Projection.Count > 0)
                ? T("Dashed: projection by the model that did best in its own back-test, with its 95\u202f% band. It need not pass through the last value; dots lead from one to the other.")
                : null,
        };
    }

    /// <summary>The lines of some areas within some years.</summary>
    public static LinesFigure LinesOf(ExploreData data, ExploreScope scope, IReadOnlyList<string> codes, (int From, int To) span)
    {
        var open = data.State.Time is not { IsPoint: false } time || Math.Max(time.From, time.To) > span.To;
        var lines = codes.Select(code => new LineSeries(
            scope.NameOf(code), data.Main.SeriesOf(code).Where(point => point.Year >= span.From && point.Year <= span.To).Select(point => new LinePoint(point.Year, point.Value, point.Estimated)).ToList(),
            Observed: scope.Areas.FindGroup(code) is null, Reference: code == IndicatorFacts.World)
        {
            Code = code,
            Area = scope.Areas.FindGroup(code) is null ? code : null,
            Projection = data.Main.Measure is null && open && (scope.Areas.FindGroup(code) is null) ? GroupLines.ProjectionOf(data.Facts, code, data.State.Sex) : [],
        }).Where(line => line.Points.Count > 0).ToList();
        return new()
        {
            Summary = "",
            Series = lines,
            Goal = scope.Goal,
            Unit = data.Main.Measure is null ? data.Main.Indicator.UnitShort : "",
            Decimals = data.Main.Decimals,
        };
    }

    private static IEnumerable<ShownRow> Projected(ExploreData data, LinesFigure figure) =>
        from line in figure.Series
        where line.Projection.Count > 0
        from gap in data.Facts.Measures(MeasureIds.ProjectionPath, line.Code, data.State.Sex)
        where gap.Value is not null && line.Projection.Any(year => year.Year == gap.Year)
        select new ShownRow(data.Main, new(line.Code, gap.Year, gap.Value!.Value, null, gap));

    private static string FindingOf(ExploreData data, LinesFigure figure)
    {
        if (figure.Series.Count == 0)
        {
            return T("None of the chosen areas has data in these years");
        }

        var most = figure.Series.MaxBy(line => Math.Abs(line.Points[^1].Value - line.Points[0].Value))!;
        var (first, last) = (most.Points[0], most.Points[^1]);
        return first.Year == last.Year
            ? T("{0}: {1} in {2}", most.Name, data.Main.Text(last.Value), Numbers.Year(last.Year))
            : T("{0} moved most: from {1} in {2} to {3} in {4}", most.Name, data.Main.Text(first.Value), Numbers.Year(first.Year), data.Main.Text(last.Value), Numbers.Year(last.Year));
    }

    private static string SubtitleOf(ExploreData data, LinesFigure figure) => figure.Series.Any(line => line.Projection.Count > 0)
        ? T("{0}, {1}, {2}. Solid: observed; hollow: estimated; dashed: projected.", data.Main.Title, data.Main.UnitLabel, YearsOf(figure))
        : T("{0}, {1}, {2}. Solid: observed; hollow: estimated.", data.Main.Title, data.Main.UnitLabel, YearsOf(figure));

    private static string YearsOf(LinesFigure figure)
    {
        var years = GroupLines.YearsOf(figure);
        return years.Count == 0 ? T("no year") : Numbers.Years(years[^1], years[0]);
    }

    private static string WordsOf(ExploreData data, LinesFigure figure) => figure.Series.Count == 0
        ? T("{0}: none of the chosen areas has data in these years.", data.Main.Title)
        : string.Join(" ", figure.Series.Select(line => line.Points.Count == 1
            ? T("{0}: {1} in {2}.", line.Name, data.Main.Text(line.Points[0].Value), Numbers.Year(line.Points[0].Year))
            : T("{0}: from {1} in {2} to {3} in {4}.", line.Name, data.Main.Text(line.Points[0].Value), Numbers.Year(line.Points[0].Year), data.Main.Text(line.Points[^1].Value), Numbers.Year(line.Points[^1].Year))));
}
