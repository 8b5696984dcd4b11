using System.Globalization;
using DivideMetrics.Areas;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace DivideMetrics.Seeds;

/// <summary>Reads areas, groups, spellings and names.</summary>
internal sealed class AreaSeeds(SeedFolder folder, SeedProblems problems)
{
    private readonly Dictionary<string, Area> _areas = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Value), string> _otherCodes = [];
    private readonly Dictionary<string, AreaGroup> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Code, string Text)> _spellings = new(StringComparer.Ordinal);
    private readonly List<AreaGroup> _groupsInOrder = [];

    /// <exception cref="SeedException">A file is missing, its header is not the wanted one, or areas or groups are not usable: all else names them.</exception>
    public AreaCatalog Load(SeedSchema namesSchema)
    {
        ReadAreas();
        ReadGroups();
        problems.ThrowIfAny();
        var memberships = new MembershipSeeds(problems, _areas, _groups).Read(folder.Get("area_memberships.csv"));
        ReadSpellings();
        var names = ReadNames(namesSchema);
        return new AreaCatalog(
            _areas.Values, _groupsInOrder, memberships, _spellings.Values.Select(pair => KeyValuePair.Create(pair.Text, pair.Code)), names);
    }

    private void ReadAreas()
    {
        var file = folder.Get("areas.csv");
        foreach (var row in SeedTable.Read(file, problems, "code", "iso2", "m49", "kind", "name"))
        {
            var (code, name) = (row[0], row[4]);
            if (code.Length != 3 || name.Length == 0)
            {
                problems.Add(file.Name, row.Line, $"expected a code of three letters and a name, found '{code}' and '{name}'");
            }
            else if (Kind(row[3]) is not { } kind)
            {
                problems.Add(file.Name, row.Line, $"kind must be one of economy, territory, aggregate; found '{row[3]}'");
            }
            else if (!TryM49(row.OrNull(2), out var m49))
            {
                problems.Add(file.Name, row.Line, $"m49 must be three digits or empty; found '{row[2]}'");
            }
            else if (Taken(row.OrNull(1), row.OrNull(2), code) is { } taken)
            {
                problems.Add(file.Name, row.Line, taken);
            }
            else if (!_areas.TryAdd(code, new Area(code, name, kind, row.OrNull(1), m49)))
            {
                problems.Add(file.Name, row.Line, $"the area '{code}' stands twice");
            }
            else
            {
                AddSpelling(file, row.Line, name, code);
            }
        }
    }

    /// <summary>Why the other codes of an area cannot be its own; null when they can.</summary>
    private string? Taken(string? iso2, string? m49, string code)
    {
        foreach (var (name, value) in new[] { ("iso2", iso2), ("m49", m49) })
        {
            if (value is not null && !_otherCodes.TryAdd((name, value), code))
            {
                return $"{name} '{value}' already stands for '{_otherCodes[(name, value)]}'";
            }
        }

        return null;
    }

    private void ReadGroups()
    {
        var file = folder.Get("area_groups.csv");
        foreach (var row in SeedTable.Read(file, problems, "code", "kind", "name"))
        {
            if (GroupKind(row[1]) is not { } kind)
            {
                problems.Add(file.Name, row.Line, $"kind must be one of world, income-group, world-bank-region, un-status, un-region; found '{row[1]}'");
            }
            else if (!_groups.TryAdd(row[0], new AreaGroup(row[0], row[2], kind)))
            {
                problems.Add(file.Name, row.Line, $"the group '{row[0]}' stands twice");
            }
            else
            {
                _groupsInOrder.Add(_groups[row[0]]);
            }
        }
    }

    private void ReadSpellings()
    {
        var file = folder.Get("area_spellings.csv");
        foreach (var row in SeedTable.Read(file, problems, "spelling", "code", "origin"))
        {
            if (_areas.ContainsKey(row[1]))
            {
                AddSpelling(file, row.Line, row[0], row[1]);
            }
            else
            {
                problems.Add(file.Name, row.Line, $"unknown area '{row[1]}'; it must stand in areas.csv");
            }
        }
    }

    private void AddSpelling(SeedFile file, long line, string spelling, string code)
    {
        var key = AreaCatalog.Normalize(spelling);
        if (!_spellings.TryAdd(key, (code, spelling)) && _spellings[key].Code != code)
        {
            problems.Add(file.Name, line, $"'{spelling}' already stands for '{_spellings[key].Code}'; a spelling names one area");
        }
    }

    private List<KeyValuePair<(string Code, string Language), string>> ReadNames(SeedSchema schema)
    {
        var file = folder.Get("area_names.yml");
        var names = new List<KeyValuePair<(string, string), string>>();
        var root = schema.Read(file, problems);
        foreach (var property in (root?["names"] as JObject)?.Properties() ?? [])
        {
            if (!_areas.ContainsKey(property.Name) && !_groups.ContainsKey(property.Name))
            {
                problems.Add(file.Name, ((IJsonLineInfo)property).LineNumber, $"unknown area or group '{property.Name}'");
            }

            names.AddRange(((JObject)property.Value).Properties().Select(name => KeyValuePair.Create((property.Name, name.Name), (string)name.Value!)));
        }

        return names;
    }

    private static AreaKind? Kind(string text) => text switch
    {
        "economy" => AreaKind.Economy,
        "territory" => AreaKind.Territory,
        "aggregate" => AreaKind.Aggregate,
        _ => null,
    };

    private static AreaGroupKind? GroupKind(string text) => text switch
    {
        "world" => AreaGroupKind.World,
        "income-group" => AreaGroupKind.IncomeGroup,
        "world-bank-region" => AreaGroupKind.WorldBankRegion,
        "un-status" => AreaGroupKind.UnStatus,
        "un-region" => AreaGroupKind.UnRegion,
        _ => null,
    };

    private static bool TryM49(string? text, out int? number)
    {
        number = text is { Length: 3 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return text is null || number is not null;
    }
}
