using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>
/// One stored body of the API: <c>[paging, rows]</c>, <c>[paging, null]</c>, or <c>[{"message": […]}]</c>, which comes with HTTP 200 too.
/// </summary>
internal sealed class WorldBankPage : IDisposable
{
    private readonly RawFile _file;
    private readonly Stream _stream;
    private readonly JsonElements _elements;

    private WorldBankPage(RawFile file)
    {
        _file = file;
        _stream = file.OpenRead();
        _elements = new JsonElements(_stream);
        Header = null!;
    }

    /// <summary>The first element.</summary>
    public WorldBankHeader Header { get; private set; }

    /// <summary>How many rows were read so far.</summary>
    public int RowsRead { get; private set; }

    /// <summary>True when the body is the provider's error message.</summary>
    public bool IsError => Header.Message is { Count: > 0 };

    /// <summary>True when the provider says that a series does not exist (120) or was deleted or archived (175).</summary>
    public bool SaysUnknownSeries => IsError && Header.Message!.All(message => message.Id is "120" or "175");

    /// <summary>The provider's messages in one line.</summary>
    public string Messages =>
        string.Join("; ", (Header.Message ?? []).Select(message => $"{message.Id} {message.Key}: {message.Value}"));

    /// <summary>Opens a body and reads its first element.</summary>
    /// <exception cref="SourceException">It is not JSON of this API.</exception>
    public static WorldBankPage Open(RawFile file)
    {
        var page = new WorldBankPage(file);
        try
        {
            page.Header = page.ReadHeader();
            return page;
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    /// <summary>The rows; may be enumerated once.</summary>
    /// <exception cref="SourceException">The body breaks off or is no list of rows.</exception>
    public IEnumerable<WorldBankRow> Rows()
    {
        if (Next(WorldBankJson.Default.WorldBankRow, out _) is var list && list != JsonTokenType.StartArray)
        {
            if (list is not (JsonTokenType.Null or JsonTokenType.EndArray))
            {
                throw Unreadable($"a list of rows as the second element, found {list}");
            }

            yield break;
        }

        JsonTokenType token;
        while ((token = Next(WorldBankJson.Default.WorldBankRow, out var row)) == JsonTokenType.StartObject)
        {
            RowsRead++;
            yield return row!;
        }

        if (token != JsonTokenType.EndArray || Next(WorldBankJson.Default.WorldBankRow, out _) != JsonTokenType.EndArray)
        {
            throw Unreadable($"the end of the list of rows, found {token}");
        }
    }


    public void Dispose() => _stream.Dispose();

    private WorldBankHeader ReadHeader()
    {
        var start = Next(WorldBankJson.Default.WorldBankHeader, out _);
        var first = start == JsonTokenType.StartArray ? Next(WorldBankJson.Default.WorldBankHeader, out var header) : NoHeader(out header);
        return first == JsonTokenType.StartObject ? header! : throw Unreadable("[paging, rows]");
    }

    private static JsonTokenType NoHeader(out WorldBankHeader? header)
    {
        header = null;
        return JsonTokenType.None;
    }

    private JsonTokenType Next<T>(JsonTypeInfo<T> type, out T? value)
        where T : class
    {
        try
        {
            return _elements.Next(type, out value);
        }
        catch (JsonException failure)
        {
            throw Unreadable("World Bank JSON", failure);
        }
    }

    private SourceException Unreadable(string expected, Exception? inner = null) =>
        new($"{_file.Name} ({_file.Uri}): expected {expected}; the body begins '{Snippet.Of(_file)}'. {inner?.Message}".TrimEnd(), inner);
}
