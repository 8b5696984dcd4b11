using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using DivideMetrics.Areas;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;

namespace DivideMetrics.Benchmarks;

/// <summary>The 325 indicators as a source, and a copy of them with some values changed.</summary>
internal static class WorldIndicators
{
    public const string Id = "WDI_325";

    /// <summary>The archive's name in the data folder.</summary>
    public const string FileName = "indicators.tar.gz";

    /// <summary>A catalog with this source and no indicator.</summary>
    public static Catalog Catalog(string archive, AreaCatalog areas) => new(areas, [], [Source(archive)], "benchmark");

    /// <summary>Writes a copy of the archive in which a share of the values, spread over all series by a fixed seed, is another number.</summary>
    /// <returns>How many values were changed.</returns>
    public static int WriteChanged(string archive, string copy, double share)
    {
        var random = new Random(325);
        var changed = 0;
        using var packed = new GZipStream(File.Create(copy), CompressionLevel.Fastest);
        using var tar = new TarWriter(packed);
        using var source = File.OpenRead(archive);
        foreach (var (series, content) in IndicatorArchive.Members(source))
        {
            var text = new StringBuilder();
            using var lines = new StreamReader(content);
            for (var number = 0; lines.ReadLine() is { } line; number++)
            {
                var change = number > 0 && random.NextDouble() < share;
                changed += change ? 1 : 0;
                text.Append(change ? Changed(line) : line).Append('\n');
            }

            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"./{series}/data.csv") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())) });
        }

        return changed;
    }

    private static string Changed(string line)
    {
        var at = line.LastIndexOf(',') + 1;
        var value = double.Parse(line.AsSpan(at), CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{line[..at]}{(value * 1.01) + 0.01}");
    }

    private static SourceDefinition Source(string archive)
    {
        var series = IndicatorArchive.Series(archive);
        return new()
        {
            Id = Id,
            Title = "World Development Indicators",
            Provider = "World Bank",
            Adapter = "worldbank-files",
            Location = FileName,
            Licence = new("CC-BY-4.0", "Creative Commons Attribution 4.0", null, true),
            Citation = "World Bank.",
            Series = series.Select(code => new SourceSeries(code, code, "NUMBER", null, null)).ToList(),
        };
    }
}
