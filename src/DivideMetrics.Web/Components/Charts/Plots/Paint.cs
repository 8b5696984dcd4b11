namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>What a colour stands for.</summary>
public enum PaintRole
{
    /// <summary>Text, and the line that others are read against.</summary>
    Ink,

    /// <summary>The ground.</summary>
    Paper,

    /// <summary>Secondary text and quiet marks.</summary>
    Muted,

    /// <summary>Axes and grids.</summary>
    Hairline,

    /// <summary>The goal.</summary>
    Goal,

    /// <summary>The value.</summary>
    Accent,

    /// <summary>The gap.</summary>
    Gap,

    /// <summary>No data.</summary>
    NoData,

    /// <summary>One of the categories.</summary>
    Category,

    /// <summary>One of the seven classes of a level.</summary>
    Level,

    /// <summary>One of the seven classes of a gap.</summary>
    GapLevel,

    /// <summary>One of the seven classes around zero.</summary>
    Diverging,
}

/// <summary>A colour by its role; a <see cref="ChartTheme"/> knows how it looks by day, by night and on a page.</summary>
/// <param name="Role">What it stands for.</param>
/// <param name="Index">Which category or class.</param>
public readonly record struct Paint(PaintRole Role, int Index = 0)
{
    /// <summary>Text.</summary>
    public static Paint Ink => new(PaintRole.Ink);

    /// <summary>Quiet.</summary>
    public static Paint Muted => new(PaintRole.Muted);

    /// <summary>The value.</summary>
    public static Paint Accent => new(PaintRole.Accent);

    /// <summary>The gap.</summary>
    public static Paint Gap => new(PaintRole.Gap);

    /// <summary>A category; after the last the first again.</summary>
    public static Paint Category(int index) => new(PaintRole.Category, index % ChartTheme.Light.Categories.Count);
}
