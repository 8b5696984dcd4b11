namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>
/// A chart with axes as data: panels of marks in the units of their axes. One description is drawn three ways: by the server into the page, into a
/// picture, and by the script, so that all three show the same.
/// </summary>
/// <param name="Panels">The panels, row by row.</param>
public sealed record Plot(IReadOnlyList<PlotPanel> Panels)
{
    /// <summary>Panels beside each other.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Room left of each panel, pixels.</summary>
    public int Left { get; init; } = 44;

    /// <summary>Room right of each panel, pixels.</summary>
    public int Right { get; init; } = 16;

    /// <summary>Room above each panel, pixels.</summary>
    public int Top { get; init; } = 24;

    /// <summary>Room below each panel, pixels.</summary>
    public int Bottom { get; init; } = 32;

    /// <summary>Rows of panels.</summary>
    public int Rows => Math.Max((Panels.Count + Columns - 1) / Columns, 1);

    /// <summary>Where a column lies between the outer margins, shares from the left.</summary>
    private (double From, double To) ColumnOf(int column) => Share(column, Columns, BetweenColumns);

    /// <summary>Where a row lies between the outer margins, shares from below; rows count from above.</summary>
    private (double From, double To) RowOf(int row) => Share(Rows - 1 - row, Rows, BetweenRows);

    /// <summary>Where a panel lies between the outer margins, shares from the left and from below.</summary>
    public (double Left, double Right, double Bottom, double Top) BoxOf(int panel)
    {
        var (column, row) = PlaceOf(panel);
        var ((left, right), (bottom, top)) = (ColumnOf(column), RowOf(row));
        return (left, right, bottom, top);
    }

    private const double BetweenColumns = 0.04;
    private const double BetweenRows = 0.14;

    /// <summary>Place of a panel: column and row, from the upper left.</summary>
    private (int Column, int Row) PlaceOf(int panel) => (panel % Columns, panel / Columns);

    // The more places, the smaller the room between them: it is for a heading, which keeps its size.
    private static (double From, double To) Share(int place, int of, double between)
    {
        var room = of == 1 ? 0 : Math.Min(between, 0.3 / of);
        var width = (1 - (room * (of - 1))) / of;
        return (place * (width + room), (place * (width + room)) + width);
    }
}

/// <summary>Marks between two axes.</summary>
/// <param name="X">Horizontal axis, to the right.</param>
/// <param name="Y">Vertical axis, upwards.</param>
/// <param name="Marks">Marks, first drawn first.</param>
public sealed record PlotPanel(PlotAxis X, PlotAxis Y, IReadOnlyList<PlotMark> Marks)
{
    /// <summary>Its heading, where there are several.</summary>
    public string? Title { get; init; }
}

/// <summary>An axis.</summary>
/// <param name="From">Value at its start; above zero on a logarithmic axis.</param>
/// <param name="To">Value at its end.</param>
/// <param name="Ticks">Labelled places.</param>
public sealed record PlotAxis(double From, double To, IReadOnlyList<PlotTick> Ticks)
{
    /// <summary>True for equal steps of equal factors.</summary>
    public bool Log { get; init; }

    /// <summary>True when a hairline crosses the panel at each tick.</summary>
    public bool Grid { get; init; }

    /// <summary>What it measures, where the subtitle does not say so.</summary>
    public string? Title { get; init; }

    /// <summary>Share of its length, 0 to 1, at which a value stands; outside of it for values beyond the ends.</summary>
    public double At(double value) => Log
        ? (Math.Log(Math.Max(value, From)) - Math.Log(From)) / (Math.Log(To) - Math.Log(From))
        : To == From ? 0.5 : (value - From) / (To - From);
}

/// <summary>A labelled place of an axis.</summary>
/// <param name="At">Value.</param>
/// <param name="Text">Label.</param>
public sealed record PlotTick(double At, string Text);
