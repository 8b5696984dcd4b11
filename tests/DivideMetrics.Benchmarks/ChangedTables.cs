using System.Globalization;

namespace DivideMetrics.Benchmarks;

/// <summary>A copy of the World Bank's tables in which a few have another last value.</summary>
internal static class ChangedTables
{
    /// <summary>Copies the tables that the bundle's map names.</summary>
    /// <param name="from">The bundle's folder <c>worldbank</c>.</param>
    /// <param name="to">The copy.</param>
    /// <param name="tables">In how many tables the last value is another one.</param>
    public static void Write(string from, string to, int tables)
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(to)!).FullName, "bundle.yml"), Map);
        Directory.CreateDirectory(Path.Combine(to, "wdi"));
        File.Copy(Path.Combine(from, "IT.NET.USER.ZS-2024.csv"), Path.Combine(to, "IT.NET.USER.ZS-2024.csv"));
        foreach (var (index, path) in Directory.EnumerateFiles(Path.Combine(from, "wdi"), "*.csv").Order(StringComparer.Ordinal).Index())
        {
            var lines = File.ReadAllLines(path);
            if (index < tables)
            {
                lines[^1] = Changed(lines[^1]);
            }

            File.WriteAllLines(Path.Combine(to, "wdi", Path.GetFileName(path)), lines);
        }
    }

    private const string Map =
        """
        sources:
          - source: WB_WDI
            adapter: worldbank-files
            releases:
              - files: [worldbank/wdi/*.csv, worldbank/IT.NET.USER.ZS-2024.csv]
                released: "2026-08-01"

        """;

    private static string Changed(string line)
    {
        var at = line.LastIndexOf(',') + 1;
        var value = double.Parse(line.AsSpan(at), CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{line[..at]}{value * 0.97}");
    }
}
