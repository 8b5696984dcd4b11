using System.Globalization;
using System.Text.Json;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.UnSdg;

/// <summary>One page of the API: <c>{size, totalElements, totalPages, pageNumber, …, data: […]}</c>, fields in any order.</summary>
internal sealed class SdgPage(RawFile file)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>How many rows the page has; known after the last one.</summary>
    public int Count { get; private set; }

    /// <summary>How many rows the whole answer has.</summary>
    public int Total => Number("totalElements");

    /// <summary>How many pages the whole answer has.</summary>
    public int Pages => Number("totalPages");

    /// <summary>Which page this is, counted from 1.</summary>
    public int Page => Number("pageNumber");

    /// <summary>The rows, read once.</summary>
    /// <exception cref="SourceException">The body breaks off or is no page of the API.</exception>
    public IEnumerable<SdgRow> Rows()
    {
        using var stream = file.OpenRead();
        var cursor = new JsonCursor(stream);
        Guard(() => Begin(cursor));
        while (Guard(() => NextProperty(cursor)))
        {
            while (Guard(() => NextRow(cursor)) is { } row)
            {
                Count++;
                yield return row;
            }
        }

        if (!_numbers.ContainsKey("totalElements"))
        {
            throw Unreadable("totalElements, totalPages and pageNumber beside the rows");
        }
    }

    private bool Begin(JsonCursor cursor) =>
        cursor.Read() && cursor.Token == JsonTokenType.StartObject ? true : throw Unreadable("a page of the API");

    /// <summary>Goes to the next list of rows, past everything else; false at the end of the page.</summary>
    private bool NextProperty(JsonCursor cursor)
    {
        while (cursor.Read() && cursor.Token == JsonTokenType.PropertyName)
        {
            var name = cursor.Text!;
            if (name == "data")
            {
                return cursor.Read() && cursor.Token is JsonTokenType.StartArray or JsonTokenType.Null
                    ? true
                    : throw Unreadable("a list of rows in 'data'");
            }

            cursor.SkipValue();
            if (int.TryParse(cursor.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                _numbers[name] = number;
            }
        }

        return cursor.Read() ? throw new JsonException("Text stands behind the page.") : false;
    }

    private SdgRow? NextRow(JsonCursor cursor)
    {
        if (cursor.Token == JsonTokenType.Null)
        {
            return null;
        }

        using var element = cursor.NextElement();
        return element is null ? null : RowOf(element.RootElement);
    }

    private SdgRow RowOf(JsonElement item)
    {
        var attributes = Map(item, "attributes");
        return new SdgRow(
            Text(item, "series"),
            Text(item, "geoAreaCode"),
            Text(item, "timePeriodStart"),
            Text(item, "value").Trim(),
            new Place(file.Name, Count + 1))
        {
            AreaName = Text(item, "geoAreaName"),
            Nature = Named(attributes, "NATURE"),
            Status = Named(attributes, "OBSERVATION_STATUS"),
            Units = Named(attributes, "UNITS"),
            Dimensions = Map(item, "dimensions"),
        };
    }

    private static string Text(JsonElement item, string name) => JsonText.PropertyText(item, name) ?? "";

    private static string Named(List<KeyValuePair<string, string>> pairs, string name) =>
        pairs.Find(pair => SdgDimensions.NameOf(pair.Key) == name).Value ?? "";

    private static List<KeyValuePair<string, string>> Map(JsonElement item, string name)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        if (JsonText.Property(item, name) is { ValueKind: JsonValueKind.Object } map)
        {
            foreach (var property in map.EnumerateObject())
            {
                pairs.Add(KeyValuePair.Create(property.Name, JsonText.Of(property.Value) ?? ""));
            }
        }

        return pairs;
    }

    private int Number(string name) => _numbers.TryGetValue(name, out var number) ? number : 0;

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw Unreadable("whole JSON of the API", failure);
        }
    }

    private SourceException Unreadable(string expected, Exception? inner = null) =>
        new($"{file.Name} ({file.Uri}): expected {expected}; the body begins '{Snippet.Of(file)}'. {inner?.Message}".TrimEnd(), inner)
        {
            Transient = inner is not null,
        };
}
