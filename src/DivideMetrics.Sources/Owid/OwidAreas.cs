using DivideMetrics.Areas;
using DivideMetrics.Quality;

namespace DivideMetrics.Sources.Owid;

/// <summary>
/// REF_AREA of an entity. Countries have ISO codes, what the site made itself has <c>OWID_…</c> (Kosovo, the world, its own continents),
/// and other providers' regions have no code and their name with the provider's behind it: of those the World Bank's are known here, the
/// others are left out without being errors.
/// </summary>
internal sealed class OwidAreas(ParseRequest request)
{
    private const string Own = "OWID_";
    private const string WorldBank = " (WB)";

    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["High-income countries"] = "HIC",
        ["Upper-middle-income countries"] = "UMC",
        ["Lower-middle-income countries"] = "LMC",
        ["Low-income countries"] = "LIC",
        ["Middle-income countries"] = "MIC",
        ["Low-and-middle-income countries"] = "LMY",
    };

    private readonly HashSet<string> _left = new(StringComparer.Ordinal);

    /// <summary>REF_AREA; null when the code is none. False when the entity is left out.</summary>
    public bool TryFind(string entity, string code, out string? area)
    {
        area = code.Length > 0 ? ByCode(code) : ByName(entity);
        if (area is not null || (code.Length > 0 && !code.StartsWith(Own, StringComparison.Ordinal)) || FormerArea.Find(entity) is not null)
        {
            return true;
        }

        if (_left.Add(entity))
        {
            var note = $"'{entity}' is a region of the site's or another provider's; its rows are left out.";
            request.Findings.Add(new Finding("other-area", Severity.Info, note, Area: entity));
        }

        return false;
    }

    private string? ByCode(string code) => request.Areas.Find(code)?.Code ?? request.Areas.Resolve(code);

    /// <summary>The site writes "and" where the Bank writes "&amp;".</summary>
    private string? ByName(string entity)
    {
        var name = entity.Replace(" (country)", "", StringComparison.Ordinal);
        if (!name.EndsWith(WorldBank, StringComparison.Ordinal))
        {
            return Groups.TryGetValue(name, out var group) ? request.Areas.Find(group)?.Code : Plain(name);
        }

        name = name[..^WorldBank.Length];
        return request.Areas.Resolve(name) ?? request.Areas.Resolve(name.Replace(" and ", " & ", StringComparison.Ordinal));
    }

    /// <summary>A name without a code is an area only when it is none of a provider's: "Africa (ITU)" is.</summary>
    private string? Plain(string name) => name.EndsWith(')') ? null : request.Areas.Resolve(name);
}
