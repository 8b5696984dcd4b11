using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Delimited;

/// <summary>The files of a table source in order, and the series of a file that holds one.</summary>
internal sealed class TableFiles
{
    private readonly List<KeyValuePair<string, string?>> _files;

    private TableFiles(List<KeyValuePair<string, string?>> files) => _files = files;

    /// <summary>Their paths.</summary>
    public IReadOnlyList<string> Paths => _files.ConvertAll(file => file.Key);

    /// <summary>Reads the option <c>files</c>; without it the location is the one file.</summary>
    /// <exception cref="SourceException">A path stands twice.</exception>
    public static TableFiles Of(SourceDefinition source, OptionReader options)
    {
        var files = options.Pairs("files");
        var list = files.Count > 0 ? files : [new(source.Location, null)];
        return list.Select(pair => pair.Key).Distinct(StringComparer.Ordinal).Count() == list.Count
            ? new(list)
            : throw options.Wrong("files", "every path once");
    }

    /// <summary>The series of a file, or of the archive in which it stands: the one that <c>files</c> names for it, else null.</summary>
    public string? SeriesOf(string file) =>
        _files.FirstOrDefault(pair => file == pair.Key || file.StartsWith(pair.Key + "/", StringComparison.Ordinal)).Value;
}
