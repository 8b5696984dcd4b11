namespace DivideMetrics.Observations;

/// <summary>
/// A value of an <b>indicator</b> as this product shows it: taken from the first source in the indicator's order that has the point.
/// </summary>
/// <param name="Indicator">Indicator id, for example <c>internet-users</c>.</param>
/// <param name="Area">REF_AREA of an economy or of a provider's own aggregate (for example <c>WLD</c>).</param>
/// <param name="Sex">SDMX SEX.</param>
/// <param name="Year">TIME_PERIOD.</param>
/// <param name="Value">Value in the indicator's unit; null when the provider says missing.</param>
/// <param name="Status">OBS_STATUS.</param>
/// <param name="Source">Id of the source that gave the point.</param>
/// <param name="Vintage">Id of the vintage in which this value first appeared.</param>
public sealed record Figure(string Indicator, string Area, Sex Sex, int Year, double? Value, ObsStatus Status, string Source, long Vintage);
