using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>Percentages as people say them: <c>two in three</c>.</summary>
public static class Fractions
{
    private static readonly Fraction[] Known =
    [
        new(1 / 20.0, Later("one in twenty"), Later("One in twenty people is online")),
        new(1 / 10.0, Later("one in ten"), Later("One in ten people is online")),
        new(1 / 5.0, Later("one in five"), Later("One in five people is online")),
        new(1 / 4.0, Later("one in four"), Later("One in four people is online")),
        new(3 / 10.0, Later("three in ten"), Later("Three in ten people are online")),
        new(1 / 3.0, Later("one in three"), Later("One in three people is online")),
        new(2 / 5.0, Later("two in five"), Later("Two in five people are online")),
        new(1 / 2.0, Later("one in two"), Later("One in two people is online")),
        new(3 / 5.0, Later("three in five"), Later("Three in five people are online")),
        new(2 / 3.0, Later("two in three"), Later("Two in three people are online")),
        new(7 / 10.0, Later("seven in ten"), Later("Seven in ten people are online")),
        new(3 / 4.0, Later("three in four"), Later("Three in four people are online")),
        new(4 / 5.0, Later("four in five"), Later("Four in five people are online")),
        new(9 / 10.0, Later("nine in ten"), Later("Nine in ten people are online")),
        new(19 / 20.0, Later("nineteen in twenty"), Later("Nineteen in twenty people are online")),
    ];

    private static readonly Fraction Nobody = new(0, Later("almost nobody"), Later("Almost nobody is online"));
    private static readonly Fraction Everyone = new(1, Later("almost everyone"), Later("Almost everyone is online"));

    /// <summary>The nearest simple fraction of a percentage between 0 and 100; near the ends <c>almost nobody</c> and <c>almost everyone</c>.</summary>
    public static string InWords(double percentage) => T(Nearest(percentage).Words);

    /// <summary>The same of people who are online: <c>Two in three people are online</c>.</summary>
    public static string PeopleOnline(double percentage) => T(Nearest(percentage).People);

    private static Fraction Nearest(double percentage) => percentage switch
    {
        < 2.5 => Nobody,
        > 97.5 => Everyone,
        _ => Known.MinBy(fraction => Math.Abs(fraction.Share - (percentage / 100)))!,
    };

    private sealed record Fraction(double Share, string Words, string People);
}
