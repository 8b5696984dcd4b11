using System.Globalization;
using System.Text.Json;
using DivideMetrics.Sources.Dimensions;

namespace DivideMetrics.Sources.Sdmx;

/// <summary>What stands about a dataset beside its observations.</summary>
/// <param name="Structure">Index of its structure.</param>
/// <param name="Attributes">Its attributes as they stand there.</param>
/// <param name="IsDeletion">True when it takes observations back.</param>
internal sealed record SdmxJsonDataset(int Structure, IReadOnlyList<string?> Attributes, bool IsDeletion);

/// <summary>
/// Everything of an SDMX-JSON message but the observations. Version 1.0 has one <c>structure</c> (at the root, or under <c>data</c>), 2.0
/// a list of <c>structures</c>; either may stand behind the data.
/// </summary>
internal sealed class SdmxJsonHead
{
    private readonly List<SdmxJsonStructure> _structures = [];
    private readonly List<SdmxJsonDataset> _datasets = [];
    private readonly List<string> _errors = [];
    private readonly JsonWalk _json;

    private SdmxJsonHead(JsonWalk json) => _json = json;

    /// <summary>The datasets in order.</summary>
    public IReadOnlyList<SdmxJsonDataset> Datasets => _datasets;

    /// <summary>Reads a body to its end.</summary>
    /// <exception cref="SourceException">It is the provider's error message.</exception>
    /// <exception cref="JsonException">It is no SDMX-JSON.</exception>
    public static SdmxJsonHead Read(JsonWalk json, RawFile file)
    {
        var head = new SdmxJsonHead(json);
        json.Read();
        json.Expect(JsonTokenType.StartObject, "an SDMX-JSON message");
        head.Members();
        if (head._errors.Count > 0)
        {
            throw new SourceException(
                $"{file.Name} ({file.Uri}): expected SDMX-JSON, the provider answered an error: {string.Join("; ", head._errors)}. " +
                "Check the request.");
        }

        return head._datasets.Count == 0 || head._structures.Count > 0
            ? head
            : throw new JsonException("Expected a structure beside the data, found none.");
    }

    /// <summary>The structure of a dataset.</summary>
    /// <exception cref="JsonException">There is none with its index.</exception>
    public SdmxJsonStructure StructureOf(SdmxJsonDataset dataset) =>
        dataset.Structure < _structures.Count
            ? _structures[dataset.Structure]
            : throw new JsonException($"There is no structure {dataset.Structure}.");

    /// <summary>Reads an index; a text that is none is a failure.</summary>
    public static int IndexOf(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw new JsonException($"Expected an index, found '{text[..Math.Min(text.Length, 60)]}'.");

    private void Members()
    {
        while (_json.NextProperty(out var name))
        {
            switch (name)
            {
                case "data" when _json.Token == JsonTokenType.StartObject:
                    Members();
                    break;
                case "structure" when _json.Token == JsonTokenType.StartObject:
                    _structures.Add(SdmxJsonStructure.Read(_json));
                    break;
                case "structures" when _json.Token == JsonTokenType.StartArray:
                    Each(() => _structures.Add(SdmxJsonStructure.Read(_json)));
                    break;
                case "dataSets" when _json.Token == JsonTokenType.StartArray:
                    Each(Dataset);
                    break;
                case "errors" when _json.Token == JsonTokenType.StartArray:
                    Each(Error);
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }
    }

    private void Each(Action item)
    {
        while (_json.NextItem())
        {
            item();
        }
    }

    private void Dataset()
    {
        _json.Expect(JsonTokenType.StartObject, "a dataset");
        var (structure, attributes, deletes) = (0, new List<string?>(), false);
        while (_json.NextProperty(out var name))
        {
            switch (name)
            {
                case "structure" when _json.Token == JsonTokenType.Number:
                    structure = IndexOf(_json.Scalar());
                    break;
                case "attributes" when _json.Token == JsonTokenType.StartArray:
                    Each(() => attributes.Add(_json.Scalar()));
                    break;
                case "action":
                    deletes = _json.Scalar() is "Delete";
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }

        _datasets.Add(new(structure, attributes, deletes));
    }

    private void Error()
    {
        var parts = new List<string>();
        if (_json.Token != JsonTokenType.StartObject)
        {
            _errors.Add(_json.Scalar() ?? "");
            return;
        }

        while (_json.NextProperty(out var name))
        {
            if (_json.Scalar() is { } text && name is "code" or "title" or "message" or "detail")
            {
                parts.Add(text);
            }
        }

        _errors.Add(string.Join(' ', parts));
    }
}
