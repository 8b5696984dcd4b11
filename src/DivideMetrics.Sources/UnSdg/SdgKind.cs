using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.UnSdg;

/// <summary>What a file of this source is.</summary>
internal enum SdgFileKind
{
    /// <summary>A page of the API, JSON.</summary>
    Page,

    /// <summary>The database's own CSV export.</summary>
    Export,

    /// <summary>A DDF table of values.</summary>
    Datapoints,

    /// <summary>A DDF table of codes and their names.</summary>
    Entities,

    /// <summary>The DDF list of concepts; nothing is read from it.</summary>
    Concepts,
}

/// <summary>Tells a file's kind from its first line.</summary>
internal static class SdgKind
{
    /// <summary>The kind.</summary>
    /// <exception cref="SourceException">It is none of them.</exception>
    public static SdgFileKind Of(RawFile file)
    {
        using (var stream = file.OpenRead())
        {
            if (FirstCharacter.IsJson(stream))
            {
                return SdgFileKind.Page;
            }
        }

        using var text = CsvReader.StrictText(file.OpenRead());
        var table = new CsvTable(text, file.Name);
        return table switch
        {
            _ when table.Has("SeriesCode") => SdgFileKind.Export,
            _ when table.Has("geo_area") && table.Has("year") => SdgFileKind.Datapoints,
            _ when table.Has("concept") => SdgFileKind.Concepts,
            _ when table.Has("name") => SdgFileKind.Entities,
            _ => throw new SourceException(
                file.Name, 1,
                $"Expected a page of the API, an export with SeriesCode or a DDF table with geo_area and year, found the columns " +
                $"{string.Join(", ", table.Header.Take(20))}."),
        };
    }
}
