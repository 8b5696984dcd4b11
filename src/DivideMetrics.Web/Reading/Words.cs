using DivideMetrics.Areas;
using DivideMetrics.Observations;

namespace DivideMetrics.Web.Reading;

/// <summary>Words of codes, as readers see them.</summary>
public static class Words
{
    /// <summary>A community of the framework.</summary>
    public static string Community(string id) => id switch
    {
        "shared-interests" => "Shared interests",
        _ => Findings.Capital(id),
    };

    /// <summary>The first sentence of a text, or its part before a colon.</summary>
    public static string FirstSentence(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }

    /// <summary>Whose values.</summary>
    public static string Of(Sex sex) => sex switch
    {
        Sex.Female => "women",
        Sex.Male => "men",
        _ => "both sexes",
    };

    /// <summary>A kind of groups, as a heading of a list.</summary>
    public static string Of(AreaGroupKind kind) => kind switch
    {
        AreaGroupKind.World => "World",
        AreaGroupKind.IncomeGroup => "Income groups",
        AreaGroupKind.WorldBankRegion => "Regions (World Bank)",
        AreaGroupKind.UnStatus => "UN status groups",
        _ => "Regions (United Nations)",
    };
}
