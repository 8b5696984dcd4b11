using System.Globalization;
using System.Text.Json;
using DivideMetrics.Sources.Dimensions;

namespace DivideMetrics.Sources.JsonStat;

/// <summary>A dimension of a JSON-stat dataset.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Codes">Its codes by position.</param>
internal sealed record JsonStatDimension(string Id, IReadOnlyList<string> Codes);

/// <summary>Everything of a JSON-stat dataset but its values.</summary>
/// <param name="Dimensions">The dimensions, the last running fastest.</param>
/// <param name="Statuses">Status by flat index.</param>
/// <param name="Status">The status of every cell, where the dataset says one for all; else null.</param>
internal sealed record JsonStatHead(IReadOnlyList<JsonStatDimension> Dimensions, IReadOnlyDictionary<long, string> Statuses, string? Status)
{
    /// <summary>Number of cells.</summary>
    public long Cells { get; } = Dimensions.Aggregate(1L, (cells, dimension) => checked(cells * dimension.Codes.Count));
}

/// <summary>Reads the head of a JSON-stat dataset; the members may stand in any order.</summary>
internal sealed class JsonStatHeadReader(JsonCursor json, RawFile file)
{
    private const int MostStatuses = 5_000_000;

    private readonly Dictionary<string, Dictionary<string, long>> _categories = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _statuses = [];
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private string? _class;
    private string? _status;
    private List<string?>? _ids;
    private List<string?>? _sizes;

    /// <summary>Reads to the end of the body.</summary>
    /// <exception cref="SourceException">It is the provider's error message.</exception>
    /// <exception cref="JsonException">It is no dataset of JSON-stat 2.0.</exception>
    public JsonStatHead Read()
    {
        json.Read();
        json.Expect(JsonTokenType.StartObject, "a JSON-stat object");
        while (json.NextProperty(out var name))
        {
            Member(name);
        }

        return _class == "dataset"
            ? new([.. Dimensions()], _statuses, _status)
            : throw new JsonException($"Expected \"class\": \"dataset\" of JSON-stat 2.0, found {(_class is null ? "no class" : $"'{_class}'")}.");
    }

    private void Member(string name)
    {
        switch (name)
        {
            case "error" or "warning":
                throw new ProviderMessage(json).Failure(file);
            case "class":
                _class = json.Scalar();
                break;
            case "id":
                _ids = Texts();
                break;
            case "size":
                _sizes = Texts();
                break;
            case "dimension":
                Categories();
                break;
            case "status":
                Statuses();
                break;
            default:
                json.Skip();
                break;
        }
    }

    private List<string?> Texts()
    {
        json.Expect(JsonTokenType.StartArray, "a list");
        var texts = new List<string?>();
        while (json.NextItem())
        {
            texts.Add(json.Scalar());
        }

        return texts;
    }

    private void Categories()
    {
        json.Expect(JsonTokenType.StartObject, "an object with the dimensions");
        while (json.NextProperty(out var dimension))
        {
            json.Expect(JsonTokenType.StartObject, $"the dimension '{dimension}'");
            while (json.NextProperty(out var member))
            {
                if (member == "category")
                {
                    _categories[dimension] = Category(dimension);
                }
                else
                {
                    json.Skip();
                }
            }
        }
    }

    /// <summary>Position by code: from an index that is an object or a list, or from the one label of a dimension of size 1.</summary>
    private Dictionary<string, long> Category(string dimension)
    {
        json.Expect(JsonTokenType.StartObject, $"the category of '{dimension}'");
        Dictionary<string, long>? index = null;
        var labelled = new Dictionary<string, long>(StringComparer.Ordinal);
        while (json.NextProperty(out var member))
        {
            if (member == "index")
            {
                index = json.Token == JsonTokenType.StartArray
                    ? Texts().Select((code, at) => (Code: code ?? "", At: at)).ToDictionary(pair => pair.Code, pair => (long)pair.At, StringComparer.Ordinal)
                    : Positions();
            }
            else if (member == "label" && json.Token == JsonTokenType.StartObject)
            {
                Labels(labelled);
            }
            else
            {
                json.Skip();
            }
        }

        return index ?? labelled;
    }

    private Dictionary<string, long> Positions()
    {
        json.Expect(JsonTokenType.StartObject, "an index");
        var positions = new Dictionary<string, long>(StringComparer.Ordinal);
        while (json.NextProperty(out var code))
        {
            positions[code] = Number(json.Scalar(), "a position");
        }

        return positions;
    }

    private void Labels(Dictionary<string, long> labelled)
    {
        while (json.NextProperty(out var code))
        {
            labelled.TryAdd(code, labelled.Count);
            json.Skip();
        }
    }

    private void Statuses()
    {
        if (json.IsScalar)
        {
            _status = json.Scalar();
            return;
        }

        var (isList, at) = (json.Token == JsonTokenType.StartArray, 0L);
        while (isList ? json.NextItem() : json.NextProperty(out var key) && (at = Number(key, "a position")) >= 0)
        {
            if (json.Scalar() is { Length: > 0 } status)
            {
                _statuses[at] = Shared(status);
            }

            at++;
        }
    }

    /// <summary>The same text once in memory.</summary>
    private string Shared(string status)
    {
        if (_statuses.Count > MostStatuses || _known.Count > MostStatuses)
        {
            throw new JsonException($"Expected at most {MostStatuses} statuses. Ask for a smaller part of the dataset.");
        }

        return _known.TryGetValue(status, out var known) ? known : _known[status] = status;
    }

    private IEnumerable<JsonStatDimension> Dimensions()
    {
        if (_ids is null || _sizes is null || _ids.Count != _sizes.Count || _ids.Contains(null))
        {
            throw new JsonException("Expected 'id' and 'size' as lists of the same length.");
        }

        for (var index = 0; index < _ids.Count; index++)
        {
            yield return new(_ids[index]!, Codes(_ids[index]!, Number(_sizes[index], "a size")));
        }
    }

    private string[] Codes(string dimension, long size)
    {
        var positions = _categories.GetValueOrDefault(dimension) ?? [];
        if (positions.Count != size || positions.Values.Any(at => at >= size) || positions.Values.Distinct().Count() != size)
        {
            throw new JsonException($"Expected {size} categories of '{dimension}', each at its own position, found {positions.Count}.");
        }

        return [.. positions.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
    }

    private static long Number(string? text, string what) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new JsonException($"Expected {what}, a whole number, found '{text}'.");
}
