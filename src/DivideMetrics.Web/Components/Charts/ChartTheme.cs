using Plotly.Blazor.LayoutLib;

namespace DivideMetrics.Web.Components.Charts;

/// <summary>Colours of a chart that a script draws; the same values stand as custom properties in <c>app.css</c>.</summary>
public sealed record ChartTheme
{
    /// <summary>The type of all charts; the same as in <c>app.css</c>.</summary>
    public const string FontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

    /// <summary>On paper.</summary>
    public static readonly ChartTheme Light = new()
    {
        Ink = "#14202b", Paper = "#ffffff", Muted = "#566370", Hairline = "#d9e0e6", GoalLine = "#727a81", Accent = "#0b7285", Gap = "#c2410c", NoData = "#e9ecef",
        Levels = ["#e0f0f2", "#bcdde2", "#90c5ce", "#5fa9b6", "#338d9d", "#0b7285", "#05424e"],
        Gaps = ["#fcebdf", "#f8d0b3", "#f1ad80", "#e58850", "#d3642a", "#b3420f", "#6e2505"],
        Diverging = ["#05424e", "#338d9d", "#a9d3da", "#e3e8ec", "#f4bd94", "#d3642a", "#6e2505"],
        Categories = ["#0072b2", "#b84f00", "#00835f", "#a8497e", "#96690a", "#23729e", "#5b4bb0"],
    };

    /// <summary>On a dark ground.</summary>
    public static readonly ChartTheme Dark = new()
    {
        Ink = "#e8edf2", Paper = "#10161c", Muted = "#9fabb7", Hairline = "#2b3640", GoalLine = "#92989d", Accent = "#4fb8c8", Gap = "#fb8a4c", NoData = "#232c34",
        Levels = ["#14343b", "#1a4b55", "#226571", "#2f828f", "#4aa1ae", "#80c6cf", "#c9ecf0"],
        Gaps = ["#38241a", "#57331e", "#7a4423", "#a05a2b", "#c97a45", "#eba673", "#fbdcc4"],
        Diverging = ["#c9ecf0", "#4aa1ae", "#226571", "#36424d", "#7a4423", "#c97a45", "#fbdcc4"],
        Categories = ["#56b4e9", "#f08a4b", "#2fbf94", "#e39ac4", "#e6b13d", "#9ac7ea", "#b3a6f2"],
    };

    /// <summary>As the page that it stands in: by day or by night, as the reader's system has it.</summary>
    public static readonly ChartTheme Page = new()
    {
        Ink = "var(--ink)", Paper = "var(--paper)", Muted = "var(--muted)", Hairline = "var(--hairline)", GoalLine = "var(--goal)", Accent = "var(--accent)", Gap = "var(--gap)", NoData = "var(--no-data)",
        Levels = Properties("level"),
        Gaps = Properties("gap"),
        Diverging = Properties("diverging"),
        Categories = Properties("line"),
    };

    /// <summary>What is said when a mark is pointed at: paper on ink.</summary>
    public HoverLabel Hover => new() { BgColor = Ink, BorderColor = Ink, Font = new() { Color = Paper, Size = 14, Family = FontFamily } };

    /// <summary>Text and the marks of the world.</summary>
    public required string Ink { get; init; }

    /// <summary>Ground.</summary>
    public required string Paper { get; init; }

    /// <summary>Secondary text.</summary>
    public required string Muted { get; init; }

    /// <summary>Grid lines.</summary>
    public required string Hairline { get; init; }

    /// <summary>The goal: ink at 60 %.</summary>
    public required string GoalLine { get; init; }

    /// <summary>The accent.</summary>
    public required string Accent { get; init; }

    /// <summary>The gap.</summary>
    public required string Gap { get; init; }

    /// <summary>Land without data.</summary>
    public required string NoData { get; init; }

    /// <summary>Seven classes of one hue, monotone in lightness.</summary>
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>Seven classes of a gap, monotone in lightness.</summary>
    public required IReadOnlyList<string> Gaps { get; init; }

    /// <summary>Seven classes around zero: ahead, level, behind.</summary>
    public required IReadOnlyList<string> Diverging { get; init; }

    /// <summary>The seven colours of a scale.</summary>
    public IReadOnlyList<string> Of(Palette palette) => palette switch { Palette.Gaps => Gaps, Palette.Diverging => Diverging, _ => Levels };

    /// <summary>Okabe–Ito, the light ones shifted until they reach 4.5:1 on the ground, because labels have them too.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    private static List<string> Properties(string name) => [.. Enumerable.Range(0, 7).Select(index => $"var(--{name}-{index})")];
}
