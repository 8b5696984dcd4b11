using System.Text.Json;
using DivideMetrics.Sources.Dimensions;
using DivideMetrics.Sources.Reading;

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
internal sealed class JsonStatHeadReader(JsonWalk json, RawFile file)
{
    private const int MostStatuses = 5_000_000;

    private readonly JsonStatCategories _categories = new(json);
    private readonly Dictionary<long, string> _statuses = [];
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private string? _class;
    private string? _status;
    private List<string?>? _ids;
    private List<string?>? _sizes;

    /// <summary>The day in <c>updated</c>, for example of <c>2031-02-03T11:00:00+0100</c>; null when there is none.</summary>
    /// <exception cref="SourceException">It is the provider's error message.</exception>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static DateOnly? Updated(JsonWalk json, RawFile file)
    {
        json.Read();
        json.Expect(JsonTokenType.StartObject, "a JSON-stat object");
        while (json.NextProperty(out var name))
        {
            if (name is "error" or "warning")
            {
                throw new ProviderMessage(json).Failure(file);
            }

            if (json.Scalar() is { Length: >= 10 } text && name == "updated")
            {
                return NumberText.DayOrNull(text[..10]);
            }
        }

        return null;
    }

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
            : throw new JsonException(
                $"Expected \"class\": \"dataset\" of JSON-stat 2.0, found {(_class is null ? "no class" : $"'{_class}'")}.");
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
                _ids = _categories.Texts();
                break;
            case "size":
                _sizes = _categories.Texts();
                break;
            case "dimension":
                _categories.Read();
                break;
            case "status":
                Statuses();
                break;
            default:
                json.Skip();
                break;
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
        while (isList ? json.NextItem() : json.NextProperty(out var key) && (at = JsonStatCategories.Number(key, "a position")) >= 0)
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
            yield return new(_ids[index]!, _categories.Codes(_ids[index]!, JsonStatCategories.Number(_sizes[index], "a size")));
        }
    }
}
