using DivideMetrics.Gaps;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Storage.Observations;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Api;

/// <summary>The computation that an answer was read from.</summary>
/// <param name="Id">Computation id, growing; null when the state was never published and was computed for the request.</param>
/// <param name="PublishedAt">When readers saw it first; null likewise.</param>
/// <param name="MethodVersion">Version of the methods.</param>
internal sealed record ComputationRow(long? Id, DateTimeOffset? PublishedAt, string MethodVersion)
{
    public static ComputationRow Of(ViewState state) => new(state.Computation?.Id, state.Computation?.PublishedAt, state.MethodVersion);
}

/// <summary>The state of the figures that an answer shows.</summary>
/// <param name="AsOf">Releases until this day; null when it was not asked for, or lies ahead.</param>
/// <param name="Seen">What this site showed on this day; null likewise.</param>
/// <param name="Vintages">The vintages that the state is made from.</param>
internal sealed record StateRow(DateOnly? AsOf, DateOnly? Seen, IReadOnlyList<UsedVintageRow> Vintages)
{
    public static StateRow Of(ViewState state) =>
        new(state.Asked.AsOf, state.Asked.Seen, state.Vintages.Select(UsedVintageRow.Of).ToList());
}

/// <summary>A vintage that a state is made from.</summary>
/// <param name="Source">Source id.</param>
/// <param name="Id">Vintage id, see /api/v1/vintages/{id}.</param>
/// <param name="Date">Date of the release, or of the retrieval where the provider gives none.</param>
internal sealed record UsedVintageRow(string Source, long Id, DateOnly Date)
{
    public static UsedVintageRow Of(Vintage vintage) => new(vintage.Source, vintage.Id, vintage.Date);
}

/// <summary>One observation. Names are those of SDMX, in camel case.</summary>
/// <param name="RefArea">ISO 3166-1 alpha-3, XKX, CHI, or the provider's code of an aggregate (WLD).</param>
/// <param name="Sex">_T, F or M; absent where the series is not split by sex.</param>
/// <param name="TimePeriod">Year.</param>
/// <param name="ObsValue">Value in the unit; null when missing.</param>
/// <param name="ObsStatus">SDMX CL_OBS_STATUS.</param>
/// <param name="UnitMeasure">SDMX UNIT_MEASURE.</param>
/// <param name="Source">Source id, see /api/v1/sources.</param>
/// <param name="Vintage">Date of the source's release, or of its retrieval where the provider gives none.</param>
/// <param name="VintageId">The vintage, see /api/v1/vintages/{id}.</param>
internal sealed record ObservationRow(
    string RefArea, string? Sex, int TimePeriod, double? ObsValue, string ObsStatus, string UnitMeasure, string Source, DateOnly Vintage, long VintageId)
{
    public static ObservationRow Of(Figure figure, Indicator indicator, PublishedView view) => new(
        figure.Area, indicator.BySex ? figure.Sex.Code() : null, figure.Year, figure.Value, figure.Status.ToString(), indicator.Unit,
        figure.Source, view.Vintages[figure.Vintage].Date, figure.Vintage);
}

/// <summary>Observations of one indicator.</summary>
internal sealed record ObservationsAnswer(
    string Indicator, ComputationRow Computation, StateRow State, IEnumerable<ObservationRow> Observations);

/// <summary>One measure of a gap.</summary>
/// <param name="Measure">Measure id, see /api/v1/measures.</param>
/// <param name="Indicator">Indicator id.</param>
/// <param name="RefArea">The economy or group that it is about.</param>
/// <param name="Sex">_T, F or M.</param>
/// <param name="TimePeriod">Year it speaks of; the target year for a projection.</param>
/// <param name="Value">In the measure's unit; null when not assessable or not published, with a reason.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end of the interval.</param>
/// <param name="Category">Class, for measures that classify.</param>
/// <param name="Reason">Why there is no value, or a remark on it.</param>
/// <param name="Coverage">Who was covered; null for measures of one economy.</param>
internal sealed record GapRow(
    string Measure, string Indicator, string RefArea, string Sex, int TimePeriod, double? Value, double? Lower, double? Upper,
    string? Category, string? Reason, Coverage? Coverage)
{
    public static GapRow Of(Gap gap) => new(
        gap.Measure, gap.Indicator, gap.Subject, gap.Sex.Code(), gap.Year, gap.Value, gap.Lower, gap.Upper, gap.Category, gap.Reason, gap.Coverage);
}

/// <summary>Measures of an indicator or of an area.</summary>
internal sealed record GapsAnswer(ComputationRow Computation, StateRow State, IEnumerable<GapRow> Gaps)
{
    public static GapsAnswer Of(PublishedView view, IEnumerable<GapRow> gaps) =>
        new(ComputationRow.Of(view.State), StateRow.Of(view.State), gaps);
}
