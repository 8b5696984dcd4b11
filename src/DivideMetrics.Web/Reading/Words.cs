using DivideMetrics.Areas;
using DivideMetrics.Observations;
using static DivideMetrics.Web.Languages.Text;

namespace DivideMetrics.Web.Reading;

/// <summary>Words of codes, as readers see them.</summary>
public static class Words
{
    /// <summary>A community of the framework.</summary>
    public static string Community(string id) => id switch
    {
        "development" => T("Development"),
        "security" => T("Security"),
        "responsibility" => T("Responsibility"),
        "shared-interests" => T("Shared interests"),
        "context" => T("Context"),
        _ => Findings.Capital(id),
    };

    /// <summary>The first sentence of a text, or its part before a colon.</summary>
    public static string FirstSentence(string text)
    {
        var ends = new[] { text.IndexOf(". ", StringComparison.Ordinal), text.IndexOf('。', StringComparison.Ordinal) }.Where(end => end >= 0).ToList();
        return ends.Count == 0 ? text : text[..(ends.Min() + 1)];
    }

    /// <summary>Whose values.</summary>
    public static string Of(Sex sex) => sex switch
    {
        Sex.Female => T("women"),
        Sex.Male => T("men"),
        _ => T("both sexes"),
    };

    /// <summary>A kind of groups, as a heading of a list.</summary>
    public static string Of(AreaGroupKind kind) => kind switch
    {
        AreaGroupKind.World => T("World"),
        AreaGroupKind.IncomeGroup => T("Income groups"),
        AreaGroupKind.WorldBankRegion => T("Regions (World Bank)"),
        AreaGroupKind.UnStatus => T("UN status groups"),
        _ => T("Regions (United Nations)"),
    };
}
