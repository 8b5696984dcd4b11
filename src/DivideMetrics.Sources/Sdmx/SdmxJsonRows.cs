using System.Text.Json;
using DivideMetrics.Sources.Dimensions;

namespace DivideMetrics.Sources.Sdmx;

/// <summary>The observations of one dataset of SDMX-JSON: keys like <c>0:2:1</c> are positions in the structure's lists of codes.</summary>
internal sealed class SdmxJsonRows
{
    private const int Dataset = 0;
    private const int Series = 1;
    private const int Observation = 2;

    private readonly SdmxJsonStructure _structure;
    private readonly int[][] _dimensions;
    private readonly int[][] _attributes;
    private readonly string?[] _codes;

    public SdmxJsonRows(SdmxJsonStructure structure, SdmxJsonDataset dataset, ComponentTable components)
    {
        _structure = structure;
        _dimensions = [.. structure.Dimensions.Select(level => level.Select(component => components.Dimension(component.Id)).ToArray())];
        _attributes = [.. structure.Attributes.Select(level => level.Select(component => components.Attribute(component.Id)).ToArray())];
        _codes = new string?[components.Count];
        foreach (var (component, at) in structure.Dimensions[Dataset].Zip(_dimensions[Dataset]))
        {
            _codes[at] = component.Values.Count > 0 ? component.Values[0] : null;
        }

        Take(dataset.Attributes, structure.Attributes[Dataset], _attributes[Dataset]);
        Take([], structure.Attributes[Series], _attributes[Series]);
    }

    /// <summary>The observations of the dataset at the cursor; goes to its end. The codes are overwritten by the next.</summary>
    public IEnumerable<(string?[] Codes, string? Value)> Read(JsonWalk json)
    {
        while (json.NextProperty(out var name))
        {
            if (name == "series" && json.Token == JsonTokenType.StartObject)
            {
                while (json.NextProperty(out var key))
                {
                    foreach (var row in ReadSeries(json, key))
                    {
                        yield return row;
                    }
                }
            }
            else if (name == "observations" && json.Token == JsonTokenType.StartObject)
            {
                while (json.NextProperty(out var key))
                {
                    yield return (_codes, Observed(key, Cell(json)));
                }
            }
            else
            {
                json.Skip();
            }
        }
    }

    /// <summary>A series is held in memory as a whole, because its attributes may stand behind its observations.</summary>
    private IEnumerable<(string?[] Codes, string? Value)> ReadSeries(JsonWalk json, string key)
    {
        json.Expect(JsonTokenType.StartObject, "a series");
        var (observations, attributes) = (new List<(string Key, List<string?> Cell)>(), new List<string?>());
        while (json.NextProperty(out var name))
        {
            if (name == "observations" && json.Token == JsonTokenType.StartObject)
            {
                while (json.NextProperty(out var at))
                {
                    observations.Add((at, Cell(json)));
                }
            }
            else if (name == "attributes" && json.Token == JsonTokenType.StartArray)
            {
                attributes = Cell(json);
            }
            else
            {
                json.Skip();
            }
        }

        Locate(key, Series);
        Take(attributes, _structure.Attributes[Series], _attributes[Series]);
        foreach (var (at, cell) in observations)
        {
            yield return (_codes, Observed(at, cell));
        }
    }

    /// <summary>A list of scalars; a single one stands for a list of one.</summary>
    private static List<string?> Cell(JsonWalk json)
    {
        var cell = new List<string?>();
        if (json.Token != JsonTokenType.StartArray)
        {
            cell.Add(json.Scalar());
            return cell;
        }

        while (json.NextItem())
        {
            cell.Add(json.Scalar());
        }

        return cell;
    }

    private string? Observed(string key, List<string?> cell)
    {
        Locate(key, Observation);
        Take([.. cell.Skip(_structure.Measures)], _structure.Attributes[Observation], _attributes[Observation]);
        return cell.Count > 0 ? cell[0] : null;
    }

    private void Locate(string key, int level)
    {
        var (components, at, index) = (_structure.Dimensions[level], _dimensions[level], 0);
        if (at.Length == 0)
        {
            return;
        }

        foreach (var part in key.AsSpan().Split(':'))
        {
            var position = SdmxJsonHead.IndexOf(key.AsSpan(part));
            if (index >= at.Length || position >= components[index].Values.Count)
            {
                throw new JsonException($"The key '{key[..Math.Min(key.Length, 60)]}' does not fit {at.Length} dimensions.");
            }

            _codes[at[index]] = components[index].Values[position];
            index++;
        }

        if (index != at.Length)
        {
            throw new JsonException($"Expected {at.Length} positions, found the key '{key[..Math.Min(key.Length, 60)]}'.");
        }
    }

    /// <summary>An attribute is a position in its list of codes, or the value itself; without either it has its default.</summary>
    private void Take(IReadOnlyList<string?> cell, IReadOnlyList<SdmxJsonComponent> components, int[] at)
    {
        for (var index = 0; index < at.Length; index++)
        {
            var (text, component) = (index < cell.Count ? cell[index] : null, components[index]);
            _codes[at[index]] = text is null ? component.Default
                : component.Values.Count == 0 || text.AsSpan().ContainsAnyExceptInRange('0', '9') ? text
                : SdmxJsonHead.IndexOf(text) is var position && position < component.Values.Count ? component.Values[position]
                : throw new JsonException($"Attribute {component.Id} has no code {position}.");
        }
    }
}
