using System.Text.Json;
using DivideMetrics.Sources.Dimensions;

namespace DivideMetrics.Sources.Sdmx;

/// <summary>A dimension or an attribute of SDMX-JSON.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Values">Its codes by position; empty where values are written out.</param>
/// <param name="Default">The code where an observation has none; null for none.</param>
internal sealed record SdmxJsonComponent(string Id, IReadOnlyList<string?> Values, string? Default);

/// <summary>The components at each level: 0 the dataset, 1 the series, 2 the observation.</summary>
/// <param name="Dimensions">Dimensions by level.</param>
/// <param name="Attributes">Attributes by level.</param>
/// <param name="Measures">How many measures stand before an observation's attributes.</param>
internal sealed record SdmxJsonStructure(
    IReadOnlyList<SdmxJsonComponent>[] Dimensions, IReadOnlyList<SdmxJsonComponent>[] Attributes, int Measures)
{
    private const int MostValues = 1_000_000;

    /// <summary>Reads the object at the cursor.</summary>
    /// <exception cref="JsonException">It is no structure of SDMX-JSON.</exception>
    public static SdmxJsonStructure Read(JsonWalk json)
    {
        json.Expect(JsonTokenType.StartObject, "a structure");
        var (dimensions, attributes, measures) = (Levels(), Levels(), 0);
        while (json.NextProperty(out var name))
        {
            switch (name)
            {
                case "dimensions":
                    ReadLevels(json, dimensions);
                    break;
                case "attributes":
                    ReadLevels(json, attributes);
                    break;
                case "measures":
                    var levels = Levels();
                    ReadLevels(json, levels);
                    measures = levels[2].Count;
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new(dimensions, attributes, Math.Max(1, measures));
    }

    private static IReadOnlyList<SdmxJsonComponent>[] Levels() => [[], [], []];

    private static void ReadLevels(JsonWalk json, IReadOnlyList<SdmxJsonComponent>[] levels)
    {
        if (json.Token != JsonTokenType.StartObject)
        {
            json.Skip();
            return;
        }

        while (json.NextProperty(out var level))
        {
            var at = level switch { "dataSet" => 0, "series" => 1, "observation" => 2, _ => -1 };
            var components = ReadComponents(json);
            if (at >= 0)
            {
                levels[at] = components;
            }
            else if (components.FirstOrDefault(component => component.Id is "UNIT_MULT" or "OBS_STATUS") is { } grouped)
            {
                throw new JsonException(
                    $"{grouped.Id} is attached to {level}, which is not read. Ask for dimensionAtObservation=AllDimensions.");
            }
        }
    }

    private static List<SdmxJsonComponent> ReadComponents(JsonWalk json)
    {
        var components = new List<SdmxJsonComponent>();
        if (json.Token != JsonTokenType.StartArray)
        {
            json.Skip();
            return components;
        }

        while (json.NextItem())
        {
            components.Add(ReadComponent(json));
        }

        return components;
    }

    private static SdmxJsonComponent ReadComponent(JsonWalk json)
    {
        json.Expect(JsonTokenType.StartObject, "a component");
        var (id, values, usual) = ("", new List<string?>(), (string?)null);
        while (json.NextProperty(out var name))
        {
            switch (name)
            {
                case "id":
                    id = json.Scalar() ?? "";
                    break;
                case "default":
                    usual = json.Scalar();
                    break;
                case "values" when json.Token == JsonTokenType.StartArray:
                    ReadValues(json, values);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return id.Length > 0 ? new(id, values, usual) : throw new JsonException("Expected an id of each dimension and attribute.");
    }

    /// <summary>A value has an id; one of an attribute that is not coded has a value or a name only.</summary>
    private static void ReadValues(JsonWalk json, List<string?> values)
    {
        while (json.NextItem())
        {
            if (values.Count == MostValues)
            {
                throw new JsonException($"Expected at most {MostValues} codes of a dimension.");
            }

            values.Add(json.Token == JsonTokenType.StartObject ? ReadValue(json) : json.Scalar());
        }
    }

    private static string? ReadValue(JsonWalk json)
    {
        string? id = null, value = null, called = null;
        while (json.NextProperty(out var name))
        {
            var text = json.Scalar();
            (id, value, called) = name switch
            {
                "id" => (text, value, called),
                "value" => (id, text, called),
                "name" => (id, value, text),
                _ => (id, value, called),
            };
        }

        return id ?? value ?? called;
    }
}
