namespace DivideMetrics.Observations;

/// <summary>
/// Identity of a series inside its source: the provider's series code and the SDMX dimensions that split it.
/// A dimension that a series does not have is <c>_T</c> (total).
/// </summary>
/// <param name="Code">The provider's series code, for example <c>IT.NET.USER.ZS</c>. Compared ordinally.</param>
/// <param name="Sex">SDMX SEX.</param>
/// <param name="Age">SDMX AGE, for example <c>Y15T24</c>; <c>_T</c> for all ages.</param>
/// <param name="Urbanisation">SDMX URBANISATION: <c>U</c>, <c>R</c> or <c>_T</c>.</param>
/// <param name="Breakdown">Any further breakdown as <c>NAME=CODE</c> pairs joined by <c>;</c>, or <c>_T</c>.</param>
public sealed record SeriesKey(
    string Code,
    Sex Sex = Sex.Total,
    string Age = SeriesKey.Total,
    string Urbanisation = SeriesKey.Total,
    string Breakdown = SeriesKey.Total)
{
    /// <summary>SDMX code of a total.</summary>
    public const string Total = "_T";
}
