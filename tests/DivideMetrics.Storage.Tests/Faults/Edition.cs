using System.Globalization;

namespace DivideMetrics.Storage.Tests.Faults;

/// <summary>A country as providers spell it.</summary>
public sealed record Spelling(string Iso3, string Iso2, int M49, string Name);

/// <summary>One figure of an edition, its value as the provider writes it.</summary>
/// <param name="Series">Number of the series, 0 to <see cref="Edition.SeriesCount"/> − 1.</param>
/// <param name="Area">The country.</param>
/// <param name="Year">The year.</param>
/// <param name="Text">The value.</param>
public sealed record Cell(int Series, Spelling Area, int Year, string Text)
{
    /// <summary>The year as text.</summary>
    public string YearText => Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The value; null where the text is no finite number.</summary>
    public double? Value =>
        double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}

/// <summary>What a provider publishes on a day: a few countries, years and series. Faults of content are changes of this table.</summary>
/// <param name="Number">Number of the edition; each differs in a few figures from the one before.</param>
/// <param name="Cells">The figures, ordered by series, country and year.</param>
public sealed record Edition(int Number, IReadOnlyList<Cell> Cells)
{
    public const int SeriesCount = 6;
    public const int FirstYear = 2011;
    public const int Years = 8;

    private const string Countries =
        """
        AUT AT 40 Austria;BEL BE 56 Belgium;BGR BG 100 Bulgaria;HRV HR 191 Croatia;CYP CY 196 Cyprus;CZE CZ 203 Czechia;DNK DK 208 Denmark;
        EST EE 233 Estonia;FIN FI 246 Finland;FRA FR 250 France;DEU DE 276 Germany;GRC GR 300 Greece;HUN HU 348 Hungary;IRL IE 372 Ireland;
        ITA IT 380 Italy;LVA LV 428 Latvia;LTU LT 440 Lithuania;LUX LU 442 Luxembourg;MLT MT 470 Malta;NLD NL 528 Netherlands;
        POL PL 616 Poland;PRT PT 620 Portugal;ROU RO 642 Romania;SVK SK 703 Slovakia
        """;

    /// <summary>The countries of every edition.</summary>
    public static IReadOnlyList<Spelling> Areas { get; } = Countries
        .Split(';', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' ', 4))
        .Select(parts => new Spelling(parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]))
        .ToList();

    /// <summary>The day on which the provider publishes it.</summary>
    public DateOnly Released => new DateOnly(2020, 1, 1).AddDays(Number);

    /// <summary>A healthy edition: smooth growth, and three figures that no other edition has.</summary>
    public static Edition Healthy(int number)
    {
        var cells = new List<Cell>();
        for (var series = 0; series < SeriesCount; series++)
        {
            for (var area = 0; area < Areas.Count; area++)
            {
                for (var year = 0; year < Years; year++)
                {
                    var value = 20 + (5 * series) + (1.3 * area) + (0.8 * year) + Wobble(series, area, year);
                    cells.Add(new(series, Areas[area], FirstYear + year, Text(value)));
                }
            }
        }

        for (var revised = 0; revised < 3; revised++)
        {
            var at = ((number * 37) + (revised * 401)) % cells.Count;
            cells[at] = cells[at] with { Text = Text(cells[at].Value!.Value + 0.25) };
        }

        return new(number, cells);
    }

    /// <summary>Every n-th cell, from the given one, in another form.</summary>
    public Edition Each(int n, Func<Cell, Cell> change) =>
        this with { Cells = Cells.Select((cell, index) => index % n == n / 2 ? change(cell) : cell).ToList() };

    /// <summary>Some cells in another form.</summary>
    public Edition Where(Func<Cell, bool> chosen, Func<Cell, Cell> change) =>
        this with { Cells = Cells.Select(cell => chosen(cell) ? change(cell) : cell).ToList() };

    /// <summary>The cells that are left.</summary>
    public Edition Only(Func<Cell, bool> kept) => this with { Cells = Cells.Where(kept).ToList() };

    /// <summary>
    /// The cells as rows of a table with one column a <paramref name="column"/>; where a cell stands twice, there is a second row.
    /// </summary>
    public IEnumerable<(TRow Row, IReadOnlyDictionary<TColumn, string> Texts)> Table<TRow, TColumn>(
        Func<Cell, TRow> row, Func<Cell, TColumn> column)
        where TColumn : notnull =>
        Cells.GroupBy(row).SelectMany(group => group
            .GroupBy(column)
            .SelectMany(same => same.Select((cell, copy) => (Copy: copy, Column: same.Key, cell.Text)))
            .GroupBy(item => item.Copy)
            .Select(copy => (group.Key, (IReadOnlyDictionary<TColumn, string>)copy.ToDictionary(item => item.Column, item => item.Text))));

    /// <summary>A number as text.</summary>
    public static string Text(double value) => Math.Round(value, 4).ToString(CultureInfo.InvariantCulture);

    /// <summary>Unevenness, so that no series is a straight line.</summary>
    private static double Wobble(int series, int area, int year) => 0.1 * (((series * 7) + (area * 5) + (year * 3)) % 11);
}
