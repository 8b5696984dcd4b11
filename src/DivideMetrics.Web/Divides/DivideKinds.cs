using DivideMetrics.Gaps;
using DivideMetrics.Web.Explore;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Divides;

/// <summary>What divides people and enterprises inside an economy: sex, and the kinds of contrasts that measures are made of.</summary>
public static class DivideKinds
{
    /// <summary>The kinds, as addresses write them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [ExploreData.BySex, .. MeasureRegistry.All.Select(measure => measure.Contrast).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The heading of a kind.</summary>
    public static string Title(string kind) => kind switch
    {
        "income" => T("poorest and richest"),
        "education" => T("level of education"),
        _ => ExploreWords.Split(kind),
    };

    /// <summary>The side that is expected to be behind.</summary>
    public static string First(string kind) => kind switch
    {
        ExploreData.BySex => T("women"),
        "location" => T("rural areas"),
        "age" => T("older people"),
        "income" => T("the poorest"),
        "education" => T("the less educated"),
        "size" => T("small enterprises"),
        _ => T("the first side"),
    };

    /// <summary>The other side.</summary>
    public static string Second(string kind) => kind switch
    {
        ExploreData.BySex => T("men"),
        "location" => T("urban areas"),
        "age" => T("younger people"),
        "income" => T("the richest"),
        "education" => T("the more educated"),
        "size" => T("large enterprises"),
        _ => T("the second side"),
    };

    /// <summary>The ratio of a kind, which has a class for parity; null for a kind without one.</summary>
    public static Measure? Ratio(string kind) => MeasureRegistry.All.FirstOrDefault(measure => IsOf(measure, kind) && measure.Categories.Contains(Parity.AtParity));

    private static bool IsOf(Measure measure, string kind) => kind == ExploreData.BySex ? measure.Contrast is null : measure.Contrast == kind;
}
