namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>Something that a panel draws.</summary>
public abstract record PlotMark;

/// <summary>How a line is broken.</summary>
public enum Dash
{
    /// <summary>Observed.</summary>
    Solid,

    /// <summary>Projected.</summary>
    Dashed,

    /// <summary>Neither: only leads from one to the other.</summary>
    Dotted,
}

/// <summary>A place in a panel, in the units of its axes.</summary>
/// <param name="X">Along the horizontal axis.</param>
/// <param name="Y">Along the vertical axis.</param>
public readonly record struct Spot(double X, double Y);

/// <summary>A line through places.</summary>
/// <param name="Spots">The places, in order.</param>
/// <param name="Paint">Its colour.</param>
public sealed record LineMark(IReadOnlyList<Spot> Spots, Paint Paint) : PlotMark
{
    /// <summary>Pixels.</summary>
    public double Width { get; init; } = 2;

    /// <summary>How it is broken.</summary>
    public Dash Dash { get; init; }
}

/// <summary>A band between two lines, lightly filled.</summary>
/// <param name="Upper">Its upper edge.</param>
/// <param name="Lower">Its lower edge.</param>
/// <param name="Paint">Its colour.</param>
public sealed record BandMark(IReadOnlyList<Spot> Upper, IReadOnlyList<Spot> Lower, Paint Paint) : PlotMark
{
    /// <summary>How much of the ground it covers, 0 to 1.</summary>
    public double Strength { get; init; } = 0.15;
}

/// <summary>Points that can be pointed at, one colour.</summary>
/// <param name="Dots">The points.</param>
/// <param name="Paint">Their colour.</param>
public sealed record DotsMark(IReadOnlyList<PlotDot> Dots, Paint Paint) : PlotMark
{
    /// <summary>False for the corners of a line, which can be pointed at and are not drawn.</summary>
    public bool Drawn { get; init; } = true;

    /// <summary>How much of the ground a point covers, 0 to 1: below 1 where points lie over each other.</summary>
    public double Strength { get; init; } = 1;
}

/// <summary>A point.</summary>
/// <param name="X">Along the horizontal axis.</param>
/// <param name="Y">Along the vertical axis.</param>
/// <param name="Said">What it is.</param>
public sealed record PlotDot(double X, double Y, Said Said)
{
    /// <summary>Diameter in pixels.</summary>
    public double Size { get; init; } = 6;

    /// <summary>True for what is estimated.</summary>
    public bool Hollow { get; init; }
}

/// <summary>Rectangles that can be pointed at, one colour.</summary>
/// <param name="Bars">The rectangles.</param>
/// <param name="Paint">Their colour.</param>
public sealed record BarsMark(IReadOnlyList<PlotBar> Bars, Paint Paint) : PlotMark;

/// <summary>A rectangle in the units of the axes.</summary>
/// <param name="Left">Its left end.</param>
/// <param name="Right">Its right end.</param>
/// <param name="Bottom">Its lower end.</param>
/// <param name="Top">Its upper end.</param>
/// <param name="Said">What it is.</param>
public sealed record PlotBar(double Left, double Right, double Bottom, double Top, Said Said);

/// <summary>A thin line across the panel at one value: a goal, parity, zero.</summary>
/// <param name="At">The value.</param>
/// <param name="Label">What it is; null where that is plain.</param>
public sealed record RuleMark(double At, string? Label) : PlotMark
{
    /// <summary>True when it stands upright, at a value of the horizontal axis.</summary>
    public bool Upright { get; init; }

    /// <summary>True when its words end before it, because it stands far to the right.</summary>
    public bool EndsBefore(PlotPanel panel) => Upright && panel.X.At(At) > 0.5;
}

/// <summary>Words beside marks.</summary>
/// <param name="Labels">The words.</param>
public sealed record LabelsMark(IReadOnlyList<PlotLabel> Labels) : PlotMark;

/// <summary>Words at a place.</summary>
/// <param name="X">Along the horizontal axis.</param>
/// <param name="Y">Along the vertical axis.</param>
/// <param name="Text">The words.</param>
/// <param name="Paint">Their colour.</param>
public sealed record PlotLabel(double X, double Y, string Text, Paint Paint)
{
    /// <summary>Its number, which stands out; null for none.</summary>
    public string? Strong { get; init; }

    /// <summary>True for a code, which is no word of any language.</summary>
    public bool IsCode { get; init; }

    /// <summary>Where the words stand against their place.</summary>
    public LabelSide Side { get; init; } = LabelSide.After;
}

/// <summary>Where words stand.</summary>
public enum LabelSide
{
    /// <summary>Begin behind it.</summary>
    After,

    /// <summary>End before it.</summary>
    Before,

    /// <summary>Stand over it.</summary>
    Above,
}

/// <summary>What a mark says when it is pointed at, and to those who do not see it.</summary>
/// <param name="Name">Who.</param>
/// <param name="Text">What: year, value, remarks.</param>
/// <param name="Area">REF_AREA to which a click leads; null for none.</param>
public sealed record Said(string Name, string Text, string? Area = null)
{
    /// <summary>All of it in one line.</summary>
    public string Line => $"{Name}, {Text}";
}
