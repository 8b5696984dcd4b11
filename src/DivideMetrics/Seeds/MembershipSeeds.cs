using System.Globalization;
using DivideMetrics.Areas;

namespace DivideMetrics.Seeds;

/// <summary>Reads the dated memberships of areas in groups.</summary>
internal sealed class MembershipSeeds(SeedProblems problems, Dictionary<string, Area> areas, Dictionary<string, AreaGroup> groups)
{
    public List<GroupMembership> Read(SeedFile file)
    {
        var memberships = new List<GroupMembership>();
        var last = new Dictionary<(string Group, string Area), GroupMembership>();
        foreach (var row in SeedTable.Read(file, problems, "group", "area", "valid_from", "valid_to"))
        {
            if (Membership(file, row) is not { } membership)
            {
                continue;
            }

            var key = (membership.Group, membership.Area);
            if (last.TryGetValue(key, out var before) && (before.ValidTo ?? DateOnly.MaxValue) >= (membership.ValidFrom ?? DateOnly.MinValue))
            {
                problems.Add(file.Name, row.Line, $"'{membership.Area}' is already in '{membership.Group}' at that time; rows of one area and group must follow each other");
                continue;
            }

            last[key] = membership;
            memberships.Add(membership);
        }

        return memberships;
    }

    private GroupMembership? Membership(SeedFile file, SeedRow row)
    {
        string? reason = null;
        if (!groups.ContainsKey(row[0]))
        {
            reason = $"unknown group '{row[0]}'; it must stand in area_groups.csv";
        }
        else if (!areas.ContainsKey(row[1]))
        {
            reason = $"unknown area '{row[1]}'; it must stand in areas.csv";
        }
        else if (areas[row[1]].Kind == AreaKind.Aggregate)
        {
            reason = $"'{row[1]}' is an aggregate and cannot be a member of a group";
        }

        if (reason is null && TryDay(row.OrNull(2), out var from) && TryDay(row.OrNull(3), out var to) && (to is null || from is null || from <= to))
        {
            return new GroupMembership(row[0], row[1], from, to);
        }

        problems.Add(file.Name, row.Line, reason ?? $"valid_from and valid_to must be days (yyyy-MM-dd) in order, or empty; found '{row[2]}' and '{row[3]}'");
        return null;
    }

    private static bool TryDay(string? text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;
        return text is null || day is not null;
    }
}
