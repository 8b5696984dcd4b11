using DivideMetrics.Observations;

namespace DivideMetrics.Panels;

/// <summary>Where values come from: the source, and the vintage in which the value first appeared.</summary>
/// <param name="Source">Source id.</param>
/// <param name="Vintage">Vintage id.</param>
public readonly record struct FigureOrigin(string Source, long Vintage);

/// <summary>
/// The figures of one indicator, area and sex over the years, in columns: what is stored in place of a record a year. Nothing is lost.
/// </summary>
/// <param name="Indicator">Indicator id.</param>
/// <param name="Area">REF_AREA.</param>
/// <param name="Sex">SDMX SEX.</param>
/// <param name="Years">Years, rising, each once.</param>
/// <param name="Values">One for each year; null when the provider says missing.</param>
/// <param name="Statuses">One OBS_STATUS code, a letter, for each year.</param>
/// <param name="Origins">The distinct origins, by source and vintage.</param>
/// <param name="OriginAt">For each year the index of its origin.</param>
public sealed record FigureSeries(
    string Indicator, string Area, Sex Sex, short[] Years, double?[] Values, string Statuses, FigureOrigin[] Origins, short[] OriginAt)
{
    // by the letter of the code
    private static readonly ObsStatus[] ByLetter =
        Enumerable.Range('A', 26).Select(letter => Enum.TryParse<ObsStatus>($"{(char)letter}", out var status) ? status : default).ToArray();

    private static readonly string[] Letters = Enum.GetNames<ObsStatus>();

    /// <summary>Number of years.</summary>
    public int Count => Years.Length;

    /// <summary>Packs figures in any order; the series come in the order of their first figure.</summary>
    /// <exception cref="ArgumentException">A key (indicator, area, sex, year) stands twice.</exception>
    public static IReadOnlyList<FigureSeries> Pack(IEnumerable<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return figures.GroupBy(figure => (figure.Indicator, figure.Area, figure.Sex)).Select(series => Of(series.ToList())).ToList();
    }

    /// <summary>The figures, years rising.</summary>
    public IEnumerable<Figure> Unpack() => Enumerable.Range(0, Count).Select(At);

    private Figure At(int index)
    {
        var origin = Origins[OriginAt[index]];
        return new(Indicator, Area, Sex, Years[index], Values[index], ByLetter[Statuses[index] - 'A'], origin.Source, origin.Vintage);
    }

    private static FigureSeries Of(List<Figure> figures)
    {
        figures.Sort((one, other) => one.Year.CompareTo(other.Year));
        var (first, origins) = (figures[0], OriginsOf(figures));
        return new(
            first.Indicator, first.Area, first.Sex,
            PackedColumn.Years(figures, figure => figure.Year, figure => FormattableString.Invariant($"{figure.Indicator}, {figure.Area}, {figure.Sex.Code()}, {figure.Year}")),
            PackedColumn.Of(figures, figure => figure.Value),
            string.Create(figures.Count, figures, (text, rows) =>
            {
                for (var i = 0; i < text.Length; i++)
                {
                    text[i] = Letters[(int)rows[i].Status][0];
                }
            }),
            origins,
            PackedColumn.Of(figures, figure => (short)Array.IndexOf(origins, OriginOf(figure))));
    }

    private static FigureOrigin[] OriginsOf(List<Figure> figures) =>
        figures.Select(OriginOf).Distinct().OrderBy(origin => origin.Source, StringComparer.Ordinal).ThenBy(origin => origin.Vintage).ToArray();

    private static FigureOrigin OriginOf(Figure figure) => new(figure.Source, figure.Vintage);
}
