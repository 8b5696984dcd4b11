using System.Text;
using System.Text.Json;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dbnomics;

/// <summary>One stored answer of API v22: <c>series.docs[]</c> with parallel lists of periods and values.</summary>
internal sealed class DbnomicsPage : IDisposable
{
    private readonly RawFile _file;
    private readonly JsonDocument _document;
    private readonly JsonElement _series;

    private DbnomicsPage(RawFile file, JsonDocument document)
    {
        (_file, _document) = (file, document);
        _series = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("series", out var series)
            && series.ValueKind == JsonValueKind.Object ? series : throw Unreadable("series");
        Docs = _series.TryGetProperty("docs", out var docs) && docs.ValueKind == JsonValueKind.Array
            ? [.. docs.EnumerateArray()] : throw Unreadable("series.docs");
        (Found, Offset) = (Number("num_found"), Number("offset"));
    }

    /// <summary>The page's series.</summary>
    public IReadOnlyList<JsonElement> Docs { get; }

    /// <summary>How many series the whole answer has.</summary>
    public int Found { get; }

    /// <summary>How many series stood on the pages before.</summary>
    public int Offset { get; }

    /// <summary>How many series are left after this page.</summary>
    public int Left => Found - Offset - Docs.Count;

    /// <summary>Opens an answer.</summary>
    /// <exception cref="SourceException">It is no answer of this API, or an error.</exception>
    public static DbnomicsPage Open(RawFile file)
    {
        var document = JsonBody.Open(file);
        try
        {
            return new DbnomicsPage(file, document);
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    /// <summary>A text of an object; nothing when it has none of that name.</summary>
    public static string TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : "";

    public void Dispose() => _document.Dispose();

    private int Number(string name) =>
        _series.TryGetProperty(name, out var number)
        && number.ValueKind == JsonValueKind.Number
        && number.TryGetInt32(out var value)
        && value >= 0
            ? value
            : throw Unreadable("series." + name);

    private SourceException Unreadable(string part)
    {
        var root = _document.RootElement;
        var errors = root.ValueKind != JsonValueKind.Object ? ""
            : root.TryGetProperty("errors", out var list) && list.ValueKind != JsonValueKind.Null ? list.ToString()
            : TextOf(root, "message");
        var said = Snippet.Of(Encoding.UTF8.GetBytes(errors));
        return new($"{_file.Name} ({_file.Uri}): expected {part} of DBnomics v22, found none. {said}".TrimEnd());
    }
}
