using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Storage.Runs;

namespace DivideMetrics.Web.Api;

/// <summary>An indicator as declared.</summary>
internal sealed record IndicatorRow(
    string Id, string Title, string Definition, string UnitMeasure, string UnitLabel, string Direction, double? Min, double? Max,
    string Community, string Dimension, string? SdgIndicator, bool BySex, string? Weights, IReadOnlyList<IndicatorSeries> Series,
    IReadOnlyList<string> Measures, Goal? Goal)
{
    /// <summary>Every goal, <see cref="Goal"/> first; closed ones and those of some groups too.</summary>
    public IReadOnlyList<Goal> Goals { get; private init; } = [];

    /// <summary>Fixed goalposts of its score in the gap index; null when it is not scored.</summary>
    public Goalposts? Goalposts { get; private init; }

    /// <summary>Groups of people that are compared.</summary>
    public IReadOnlyList<Contrast> Contrasts { get; private init; } = [];

    /// <summary>The indicator that this one is a part of.</summary>
    public string? PartOf { get; private init; }

    /// <summary>What its values are divided by.</summary>
    public Denominator? Per { get; private init; }

    /// <summary>How it is computed from other indicators.</summary>
    public Composite? Composite { get; private init; }

    /// <summary>Known breaks of comparability.</summary>
    public IReadOnlyList<KnownBreak> Breaks { get; private init; } = [];

    /// <summary>Why there may be no figures yet.</summary>
    public string? Awaiting { get; private init; }

    /// <summary>Licences of its sources and of those that it is divided by, by id.</summary>
    public IReadOnlyList<Licence> Licences { get; private init; } = [];

    public static IndicatorRow Of(Indicator indicator, Catalog catalog) => Of(indicator) with
    {
        Goals = indicator.Goals,
        Goalposts = indicator.Goalposts,
        Contrasts = indicator.Contrasts,
        PartOf = indicator.PartOf,
        Per = indicator.Per,
        Composite = indicator.Composite,
        Breaks = indicator.Breaks,
        Awaiting = indicator.Awaiting,
        Licences = catalog.LicencesOf(indicator),
    };

    private static IndicatorRow Of(Indicator indicator) => new(
        indicator.Id, indicator.Title, indicator.Definition, indicator.Unit, indicator.UnitLabel, ApiJson.Word(indicator.Direction), indicator.Min,
        indicator.Max, indicator.Community, indicator.Dimension, indicator.SdgIndicator, indicator.BySex, indicator.Weights, indicator.Series,
        indicator.Measures, indicator.Goal);
}

/// <summary>A reference area.</summary>
/// <param name="RefArea">ISO 3166-1 alpha-3, XKX, CHI, or the provider's code of an aggregate.</param>
/// <param name="Name">English display name.</param>
/// <param name="Kind">economy, territory or aggregate.</param>
/// <param name="Iso2">ISO 3166-1 alpha-2 or the World Bank's two-letter code.</param>
/// <param name="M49">UN M49 number.</param>
/// <param name="Groups">Groups to which it belongs in the latest classification.</param>
internal sealed record AreaRow(string RefArea, string Name, string Kind, string? Iso2, int? M49, IEnumerable<string> Groups)
{
    public static AreaRow Of(Area area, AreaCatalog areas) => new(
        area.Code, area.Name, ApiJson.Word(area.Kind), area.Iso2, area.M49, areas.GroupsOfArea(area.Code).Select(group => group.Code));
}

/// <summary>A group of economies and its members.</summary>
/// <param name="Code">Group code.</param>
/// <param name="Name">English name.</param>
/// <param name="Kind">What the group is.</param>
/// <param name="Classification"><c>latest</c>, which all measures use for all years, or <c>dated</c>.</param>
/// <param name="On">The day of a dated classification; null for the latest.</param>
/// <param name="Members">Codes of the economies; empty for a day of which no list is known.</param>
internal sealed record GroupRow(string Code, string Name, string Kind, string Classification, DateOnly? On, IReadOnlyList<string> Members)
{
    public static GroupRow Of(AreaGroup group, AreaCatalog areas, DateOnly? on) =>
        new(group.Code, group.Name, ApiJson.Word(group.Kind), on is null ? "latest" : "dated", on, areas.MembersOf(group.Code, on));
}

/// <summary>A source as declared, with the state that is served.</summary>
/// <param name="Id">Source id, as in the column SOURCE.</param>
/// <param name="Title">Title of the dataset.</param>
/// <param name="Provider">Who publishes it.</param>
/// <param name="Homepage">Page for readers.</param>
/// <param name="Licence">Licence of the figures.</param>
/// <param name="Citation">How to cite it.</param>
/// <param name="Edition">Edition in words.</param>
/// <param name="Schedule">Cron expression (UTC); null when imported at start or by hand.</param>
/// <param name="Series">Series taken.</param>
/// <param name="Served">The newest published vintage; null when none.</param>
internal sealed record SourceRow(
    string Id, string Title, string Provider, string? Homepage, Licence Licence, string Citation, string? Edition, string? Schedule,
    IReadOnlyList<SourceSeries> Series, VintageRow? Served)
{
    public static SourceRow Of(SourceDefinition source, VintageRow? served) => new(
        source.Id, source.Title, source.Provider, source.Homepage, source.Licence, source.Citation, source.Edition, source.Schedule,
        source.Series, served);
}

/// <summary>A vintage: one retrieval of one source.</summary>
/// <param name="Id">Vintage id, growing.</param>
/// <param name="Source">Source id.</param>
/// <param name="Date">The date in the column VINTAGE: of the release, else of the retrieval.</param>
/// <param name="Released">The provider's release date.</param>
/// <param name="ReleaseDate">Its day in the order of release, which <c>asof</c> reads by.</param>
/// <param name="RetrievedAt">When the bytes were fetched.</param>
/// <param name="PublishedAt">When readers saw it first; null while held back.</param>
/// <param name="CheckedAt">When the provider was last seen to serve these bytes.</param>
/// <param name="Status">published, quarantined, or trial (of a dry run).</param>
/// <param name="Sha256">Checksum over all files.</param>
/// <param name="Licence">Licence id at that time.</param>
/// <param name="Citation">Citation at that time.</param>
/// <param name="Observations">Rows read.</param>
/// <param name="Changes">What it changed.</param>
internal record VintageRow(
    long Id, string Source, DateOnly Date, DateOnly? Released, DateOnly ReleaseDate, DateTimeOffset RetrievedAt,
    DateTimeOffset? PublishedAt, DateTimeOffset CheckedAt,
    string Status, string Sha256, string Licence, string Citation, long Observations, ChangesRow Changes)
{
    public static VintageRow Of(Vintage vintage) => new(
        vintage.Id, vintage.Source, vintage.Date, vintage.Released, vintage.ReleaseDate, vintage.RetrievedAt,
        vintage.PublishedAt, vintage.CheckedAt, vintage.Status,
        vintage.Sha256, vintage.Licence, vintage.Citation, vintage.Observations, ChangesRow.Of(vintage.Difference));
}

/// <summary>How many points came, changed and went, against the release before.</summary>
/// <param name="Created">Points that are new.</param>
/// <param name="Updated">Points that changed in any way.</param>
/// <param name="Withdrawn">Points that are gone.</param>
/// <param name="Revised">Of the updated: values that moved by more than the tolerance.</param>
/// <param name="Precision">Of the updated: values that moved by less.</param>
/// <param name="Status">Of the updated: values that stand, with another OBS_STATUS.</param>
internal sealed record ChangesRow(long Created, long Updated, long Withdrawn, long Revised, long Precision, long Status)
{
    public static ChangesRow Of(Storage.Difference difference) => new(
        difference.Created, difference.Updated, difference.Withdrawn, difference.Revised, difference.Precision, difference.StatusChanged);
}

/// <summary>A run of a job.</summary>
/// <param name="Id">Run id.</param>
/// <param name="Job">ingest or compute-gaps.</param>
/// <param name="Source">Source id of an import.</param>
/// <param name="Trigger">What started it.</param>
/// <param name="Status">running, published, unchanged, failed, quarantined or interrupted.</param>
/// <param name="StartedAt">Start.</param>
/// <param name="FinishedAt">End; null while running.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Findings">How many rows were refused or doubted.</param>
/// <param name="VintageId">The vintage that it made.</param>
/// <param name="Message">Why it failed or was held back.</param>
internal sealed record RunRow(
    long Id, string Job, string? Source, string Trigger, string Status, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, long Rows,
    ChangesRow Changes, long Findings, long? VintageId, string? Message)
{
    public static RunRow Of(Run run) => new(
        run.Id, run.Job, run.Source, run.Trigger, ApiJson.Word(run.Status), run.StartedAt, run.FinishedAt, run.RowsRead,
        ChangesRow.Of(run.Difference), run.Findings, run.Vintage, run.Message);
}

/// <summary>Something that a run met in its data.</summary>
internal sealed record FindingRow(
    string Code, string Severity, string Note, string? Series, string? RefArea, string? TimePeriod, string? File, long? Line)
{
    public static FindingRow Of(Quality.Finding finding) => new(
        finding.Code, ApiJson.Word(finding.Severity), finding.Note, finding.Series, finding.Area, finding.Period, finding.File, finding.Line);
}
