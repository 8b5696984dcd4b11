using DivideMetrics.Seeds;
using DivideMetrics.Web.Components.Charts;
using DivideMetrics.Web.Explore;
using DivideMetrics.Web.Hosting;
using DivideMetrics.Web.Pictures;
using DivideMetrics.Web.Reading;
using DivideMetrics.Web.Revisions;
using Microsoft.AspNetCore.Mvc;

namespace DivideMetrics.Web.Api;

/// <summary>How a picture is wanted.</summary>
internal sealed record PictureQuery
{
    /// <summary><c>og</c> for the size that other sites show beside a link; names as in Our World in Data's grapher.</summary>
    [FromQuery(Name = "imType")]
    public string? Type { get; init; }

    /// <summary>Pixels, 320 to 3840; 1200 without it.</summary>
    [FromQuery(Name = "imWidth")]
    public string? Width { get; init; }

    /// <summary><c>dark</c> for a dark ground.</summary>
    [FromQuery(Name = "theme")]
    public string? Theme { get; init; }

    /// <summary>Language of its texts: <c>en</c>, <c>fr</c>, <c>es</c>, <c>ar</c>, <c>zh</c> or <c>ru</c>; English without it.</summary>
    [FromQuery(Name = ReaderLanguage.Parameter)]
    public string? Language { get; init; }
}

/// <summary>What files of charts are made with.</summary>
internal sealed record ExploreServices(Catalog Catalog, TimeProvider Clock, WorldShapes World, HttpContext Http);

/// <summary>Charts as files: the figures that they show, and pictures.</summary>
internal static class ExploreApi
{
    private const int Least = 320;
    private const int Most = 3840;

    public static void Map(RouteGroupBuilder charts)
    {
        var group = charts.MapGroup("").WithTags("Charts");
        Read(group, "csv", CsvAsync, "The figures that a chart shows, as CSV");
        Read(group, "xlsx", WorkbookAsync, "The figures that a chart shows, as a workbook with sources, licences and citation");
        Read(group, "json", JsonAsync, "The figures that a chart shows, with its words, sources, licences and citation");
        group.MapRead("/{id}.svg", SvgAsync).WithMetadata(new SpeaksLanguages()).WithSummary("A chart as an SVG picture with its sources").WithMetadata(new SaysTheDay()).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        group.MapRead("/{id}.png", PngAsync).WithMetadata(new SpeaksLanguages()).WithSummary("A chart as a PNG picture with its sources").WithMetadata(new SaysTheDay()).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
    }

    private static void Read(RouteGroupBuilder group, string format, Delegate handler, string summary) =>
        group.MapRead($"/{{id}}.{format}", handler).WithSummary(summary).WithDescription("Parameters as on the page of the chart.").WithMetadata(new SaysTheDay())
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);

    private static Task<IResult> CsvAsync(string id, [AsParameters] ExploreQuery query, [AsParameters] AskedState asked, CurrentFigures figures, [AsParameters] ExploreServices services) =>
        AnswerAsync(id, query, figures, services, made => new CsvFile<ShownLine>(
            ExploreFiles.Columns, made.Lines, new(AppUrls.Metadata(id, figures.View.State.Asked), made.FileName("csv"), SourceNote.LicencesOf(made.Sources))));

    private static Task<IResult> WorkbookAsync(string id, [AsParameters] ExploreQuery query, [AsParameters] AskedState asked, CurrentFigures figures, [AsParameters] ExploreServices services) =>
        AnswerAsync(id, query, figures, services, made => TypedResults.File(ExploreFiles.Workbook(made.About, made.Lines), ChangeWorkbook.MediaType, made.FileName("xlsx")));

    private static Task<IResult> JsonAsync(string id, [AsParameters] ExploreQuery query, [AsParameters] AskedState asked, CurrentFigures figures, [AsParameters] ExploreServices services) =>
        AnswerAsync(id, query, figures, services, made => TypedResults.Ok(new
        {
            title = made.Chart.Finding,
            subtitle = made.Chart.Subtitle,
            words = made.Chart.Words,
            citation = new CitationRow(made.Citation, made.Address),
            sources = made.Sources,
            columns = ExploreFiles.Columns.ToDictionary(column => column.Name, column => column.Meaning),
            values = made.Lines.Select(ExploreFiles.Cells),
        }));

    private static Task<IResult> SvgAsync(string id, [AsParameters] ExploreQuery query, [AsParameters] PictureQuery picture, [AsParameters] AskedState asked, CurrentFigures figures, [AsParameters] ExploreServices services) =>
        PictureAsync(id, query, picture, figures, services, (svg, made) => TypedResults.Text(svg, "image/svg+xml"));

    private static Task<IResult> PngAsync(string id, [AsParameters] ExploreQuery query, [AsParameters] PictureQuery picture, [AsParameters] AskedState asked, CurrentFigures figures, [AsParameters] ExploreServices services) =>
        PictureAsync(id, query, picture, figures, services, (svg, made) => TypedResults.Bytes(PngPictures.Of(svg), "image/png"));

    private static Task<IResult> PictureAsync(string id, ExploreQuery query, PictureQuery picture, CurrentFigures figures, ExploreServices services, Func<string, MadeChart, IResult> answer)
    {
        var look = LookOf(picture);
        return look.Problem is { } problem ? Task.FromResult<IResult>(Problems.Parameter(problem))
            : AnswerAsync(id, query, figures, services, made => answer(new ChartPicture(made.Chart, new(made.SourceLines, made.Address, services.World), look.Value!).Svg(), made));
    }

    private static Parsed<PictureLook> LookOf(PictureQuery query)
    {
        if (ReaderLanguage.ProblemOf(query.Language) is { } unknown)
        {
            return new(null, unknown);
        }

        if (query.Type is not (null or "" or "og" or "twitter"))
        {
            return new(null, new("imType", query.Type, "og, or nothing"));
        }

        if (query.Theme is not (null or "" or "dark" or "light"))
        {
            return new(null, new("theme", query.Theme, "light or dark"));
        }

        if (query.Width is { Length: > 0 } width && (!int.TryParse(width, out var pixels) || pixels is < Least or > Most))
        {
            return new(null, new("imWidth", width, FormattableString.Invariant($"a whole number of pixels, {Least} to {Most}")));
        }

        var look = query.Type is "og" or "twitter" ? PictureLook.Preview : new PictureLook(ChartTheme.Light, query.Width is { Length: > 0 } wanted ? int.Parse(wanted, System.Globalization.CultureInfo.InvariantCulture) : PictureLook.UsualWidth);
        return new(look with { Theme = query.Theme == "dark" ? ChartTheme.Dark : ChartTheme.Light }, null);
    }

    private static async Task<IResult> AnswerAsync(string id, ExploreQuery query, CurrentFigures figures, ExploreServices services, Func<MadeChart, IResult> answer)
    {
        if (services.Catalog.FindIndicator(id) is not { } indicator)
        {
            return IndicatorsApi.Unknown(id, services.Catalog);
        }

        var (state, notes) = query.Read(indicator, services.Catalog, figures.View.State.Asked);
        return notes is [var note, ..] ? Problems.Parameter(note.Problem) : answer(await MadeChart.OfAsync(state, figures.View, services));
    }
}
