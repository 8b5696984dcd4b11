namespace DivideMetrics.Web.Reading;

/// <summary>Percentages as people say them: <c>two in three</c>.</summary>
public static class Fractions
{
    private static readonly (double Share, string Words)[] Known =
    [
        (1 / 20.0, "one in twenty"), (1 / 10.0, "one in ten"), (1 / 5.0, "one in five"), (1 / 4.0, "one in four"), (3 / 10.0, "three in ten"),
        (1 / 3.0, "one in three"), (2 / 5.0, "two in five"), (1 / 2.0, "one in two"), (3 / 5.0, "three in five"), (2 / 3.0, "two in three"),
        (7 / 10.0, "seven in ten"), (3 / 4.0, "three in four"), (4 / 5.0, "four in five"), (9 / 10.0, "nine in ten"), (19 / 20.0, "nineteen in twenty"),
    ];

    /// <summary>The nearest simple fraction of a percentage between 0 and 100; near the ends <c>almost nobody</c> and <c>almost everyone</c>.</summary>
    public static string InWords(double percentage) => percentage switch
    {
        < 2.5 => "almost nobody",
        > 97.5 => "almost everyone",
        _ => Known.MinBy(fraction => Math.Abs(fraction.Share - (percentage / 100))).Words,
    };
}
