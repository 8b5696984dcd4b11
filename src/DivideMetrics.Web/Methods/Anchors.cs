using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Methods;

/// <summary>Places on the page of methods. A measure's place is its id, so that any page can lead there.</summary>
internal static class Anchors
{
    public const string Figures = "figures";
    public const string Gate = "gate";
    public const string Models = "models";
    public const string Composites = "composites";
    public const string Goals = "goals";
    public const string Framework = "framework";
    public const string Uses = "uses";
    public const string NoValue = "no-value";

    public static string OfModel(string id) => $"model-{id}";

    public static string OfComposite(string id) => $"composite-{id}";

    public static string OfStep(string id) => $"{Figures}-{id}";

    public static string OfCheck(string id) => $"{Gate}-{id}";

    public static string OfUse(string measure) => $"{Uses}-{measure}";

    /// <summary>The heading in small letters, joined by hyphens.</summary>
    public static string OfFamily(MeasureFamily family) =>
        "about-" + string.Join('-', family.Title.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
}
