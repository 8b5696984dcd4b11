using System.Globalization;
using System.Text.Json;
using DivideMetrics.Sources.Dimensions;

namespace DivideMetrics.Sources.JsonStat;

/// <summary>Reads the categories of the dimensions of a JSON-stat dataset.</summary>
internal sealed class JsonStatCategories(JsonWalk json)
{
    private readonly Dictionary<string, Dictionary<string, long>> _categories = new(StringComparer.Ordinal);

    /// <summary>Reads the object with all dimensions.</summary>
    public void Read()
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
                index = json.Token == JsonTokenType.StartArray ? List() : Positions();
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

    private Dictionary<string, long> List()
    {
        var positions = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var code in Texts())
        {
            positions[code ?? ""] = positions.Count;
        }

        return positions;
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

    /// <summary>Reads a list of scalars.</summary>
    public List<string?> Texts()
    {
        json.Expect(JsonTokenType.StartArray, "a list");
        var texts = new List<string?>();
        while (json.NextItem())
        {
            texts.Add(json.Scalar());
        }

        return texts;
    }

    /// <summary>The codes of a dimension by position.</summary>
    /// <exception cref="JsonException">They are not as many as its size says, or two have one position.</exception>
    public string[] Codes(string dimension, long size)
    {
        var positions = _categories.GetValueOrDefault(dimension) ?? [];
        if (positions.Count != size || positions.Values.Any(at => at >= size) || positions.Values.Distinct().Count() != size)
        {
            throw new JsonException($"Expected {size} categories of '{dimension}', each at its own position, found {positions.Count}.");
        }

        return [.. positions.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
    }

    /// <summary>Reads a whole number that is not negative.</summary>
    public static long Number(string? text, string what) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new JsonException($"Expected {what}, a whole number, found '{text}'.");
}
