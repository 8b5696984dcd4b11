using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Reading;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Api;

/// <summary>A chart with all that its files say beside it.</summary>
internal sealed record MadeChart(ExploreData Data, ExploreChart Chart, IReadOnlyList<SourceNote> Sources, IReadOnlyList<ShownLine> Lines, string Citation, string Address)
{
    /// <summary>A line a source: citation, vintage, licence.</summary>
    public IReadOnlyList<string> SourceLines => Sources.Select(source => string.Join(" · ", new[] { T("Source: {0}", source.Computed ?? source.Citation.TrimEnd('.', ' ')), source.Dated, source.Licence }.OfType<string>())).ToList();

    /// <summary>What a workbook says of itself.</summary>
    public IEnumerable<(string Name, string Text)> About =>
    [
        ("Title", Chart.Finding), ("Subtitle", Chart.Subtitle), ("In words", Chart.Words), ("Definition", Data.Facts.Indicator.Definition), .. SourceLines.Select(line => ("Source", line)), ("Citation", Citation), ("Address", Address),
    ];

    /// <summary>Makes the chart of a state.</summary>
    public static async Task<MadeChart> OfAsync(ExploreState state, PublishedView view, ExploreServices services)
    {
        var data = await ExploreData.LoadAsync(view, services.Catalog, state);
        var chart = ExploreViews.Of(data);
        var sources = await ExploreSources.OfAsync(data, chart, view);
        var lasting = Reading.Citation.Lasting(state.At, StateQuery.Today(services.Clock));
        var request = services.Http.Request;
        return new(
            data, chart, sources, ExploreFiles.LinesOf(data, chart, view), Reading.Citation.Of(data.Facts.Indicator, sources, lasting),
            $"{request.Scheme}://{request.Host}{request.PathBase}{AppUrls.Explore(ExploreLasting.Of(state with { At = lasting }, chart))}");
    }

    /// <summary>Name to save a file under.</summary>
    public string FileName(string extension) =>
        string.Join('-', new[] { Data.State.Indicator, Data.State.Measure, Data.State.Tab.Code() }.OfType<string>()) + DownloadsApi.DaysOf(Data.State.At) + "." + extension;
}
