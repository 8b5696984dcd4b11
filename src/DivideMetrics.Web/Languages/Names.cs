using DivideMetrics.Areas;

namespace DivideMetrics.Web.Languages;

/// <summary>Names of areas and groups in the reader's language, from <c>seeds/area_names.yml</c>; English where it has none.</summary>
public static class Names
{
    private static AreaCatalog? _areas;

    /// <summary>Orders names as the reader's language does.</summary>
    public static StringComparer Order => StringComparer.Create(Language.Current.Culture, ignoreCase: true);

    /// <summary>Takes the names that the seeds know; once, when the program is put together.</summary>
    public static void Use(AreaCatalog areas) => _areas = areas;

    /// <summary>The name of an area.</summary>
    public static string Of(Area area) => Of(area.Code, area.Name);

    /// <summary>The name of a group.</summary>
    public static string Of(AreaGroup group) => Of(group.Code, group.Name);

    /// <summary>The name behind a code.</summary>
    /// <param name="areas">All areas and groups.</param>
    /// <param name="code">REF_AREA or a group's code.</param>
    public static string LocalName(this AreaCatalog areas, string code) => Shown(areas.NameOf(code, Language.Current.Code));

    private static string Of(string code, string english) =>
        Language.Current == Language.English || _areas is null ? english : _areas.LocalName(code);

    private static string Shown(string name) => Language.Current == Language.Pseudo ? Translations.Marked(name) : name;
}
