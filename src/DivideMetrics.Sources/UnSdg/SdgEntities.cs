using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.UnSdg;

/// <summary>The names in the DDF tables of entities: the database's own codes by dimension and DDF id.</summary>
internal sealed class SdgEntities
{
    private const int MostEntities = 20000;

    private readonly Dictionary<(string, string), string> _names = [];

    /// <summary>Reads every table of entities among the files.</summary>
    /// <exception cref="SourceException">A table is damaged, or there are far too many entities.</exception>
    public static SdgEntities Of(IEnumerable<RawFile> files)
    {
        var entities = new SdgEntities();
        foreach (var file in files.Where(file => SdgKind.Of(file) == SdgFileKind.Entities))
        {
            entities.Add(file);
        }

        return entities;
    }

    /// <summary>The name of an entity; without a table of entities its id in upper case.</summary>
    public string Name(string dimension, string id) => _names.GetValueOrDefault((dimension, id)) ?? id.ToUpperInvariant();

    private void Add(RawFile file)
    {
        using var text = CsvReader.StrictText(file.OpenRead());
        var csv = new CsvTable(text, file.Name, "name");
        var dimension = csv.Header[0];
        while (csv.Read())
        {
            if (!csv.IsWhole)
            {
                throw new SourceException(file.Name, csv.Line, $"Expected {csv.Header.Count} fields, found {csv.Width}. Restore the file.");
            }

            _names[(dimension, csv[0])] = csv["name"];
            if (_names.Count > MostEntities)
            {
                throw new SourceException(
                    file.Name, csv.Line, $"Expected at most {MostEntities} entities, found more. The file is another one.");
            }
        }
    }
}
