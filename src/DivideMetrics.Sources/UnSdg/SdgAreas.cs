using System.Globalization;
using DivideMetrics.Areas;

namespace DivideMetrics.Sources.UnSdg;

/// <summary>
/// REF_AREA of the database's area numbers: M49 without leading zeros, mixed with regions and groups. Numbers that the M49 list does not
/// have are named here; 158 is how the UN writes what ISO 3166 lists as TWN.
/// </summary>
internal sealed class SdgAreas(AreaCatalog areas)
{
    private static readonly Dictionary<int, string> Others = new()
    {
        [1] = "WLD",
        [158] = "TWN",
        [199] = "LDC",
        [412] = "XKX",
        [432] = "LLDC",
        [722] = "SIDS",
        [891] = "YUG",
    };

    /// <summary>Regions and groups of the database that are no countries.</summary>
    private static readonly HashSet<int> Groups =
    [
        2, 5, 9, 11, 13, 14, 15, 17, 18, 19, 21, 29, 30, 34, 35, 39, 53, 54, 57, 61, 62, 142, 143, 145, 150, 151, 154, 155, 199, 202,
        419, 420, 432, 513, 514, 515, 543, 722, 747, 753,
    ];

    /// <summary>The REF_AREA; null when there is none.</summary>
    /// <param name="text">The number as text.</param>
    public string? Find(string text) =>
        TryNumber(text, out var number)
            ? Others.TryGetValue(number, out var code) ? areas.Find(code)?.Code : areas.FindByM49(number)?.Code
            : null;

    /// <summary>True for a region or group of countries.</summary>
    /// <param name="text">The number as text.</param>
    public static bool IsGroup(string text) => TryNumber(text, out var number) && Groups.Contains(number);

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
