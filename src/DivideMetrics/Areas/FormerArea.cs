namespace DivideMetrics.Areas;

/// <summary>
/// A state or territory that is no more and whose area no single area of today has: its figures belong to nobody on the list, and are no
/// errors either. Renamed areas (Burma, Zaire) are spellings of today's.
/// </summary>
/// <param name="Code">ISO 3166-3: the withdrawn alpha-3 code.</param>
/// <param name="Iso2">The withdrawn alpha-2 code.</param>
/// <param name="M49">The withdrawn UN M49 number.</param>
/// <param name="Name">Usual English name.</param>
public sealed record FormerArea(string Code, string Iso2, int M49, string Name)
{
    /// <summary>The former areas that statistics still carry, ordered by code.</summary>
    public static IReadOnlyList<FormerArea> All { get; } =
    [
        new("ANT", "AN", 530, "Netherlands Antilles"),
        new("CSK", "CS", 200, "Czechoslovakia"),
        new("DDR", "DD", 278, "German Democratic Republic"),
        new("NTZ", "NT", 536, "Neutral Zone"),
        new("PCI", "PC", 582, "Trust Territory of the Pacific Islands"),
        new("SUN", "SU", 810, "Union of Soviet Socialist Republics"),
        new("YMD", "YD", 720, "Democratic Yemen"),
    ];

    private static readonly Dictionary<string, FormerArea> Known = Index();

    /// <summary>The former area that a provider's code (ISO 3166 alpha-3 or alpha-2, M49) or name means; null when none.</summary>
    public static FormerArea? Find(string text) => Known.GetValueOrDefault(AreaCatalog.Normalize(text));

    private static Dictionary<string, FormerArea> Index()
    {
        var index = new Dictionary<string, FormerArea>(StringComparer.Ordinal);
        foreach (var area in All)
        {
            foreach (var text in TextsOf(area))
            {
                index.TryAdd(AreaCatalog.Normalize(text), area);
            }
        }

        return index;
    }

    private static IEnumerable<string> TextsOf(FormerArea area) =>
    [
        area.Code, area.Iso2, FormattableString.Invariant($"{area.M49}"), area.Name, $"{area.Name} (former)", $"Former {area.Name}",
        .. area.Code switch
        {
            "SUN" => ["USSR", "USSR (former)", "Soviet Union", "Former USSR"],
            "YMD" => ["South Yemen", "Yemen, Democratic"],
            "DDR" => ["East Germany"],
            _ => (string[])[],
        },
    ];
}
