using System.Globalization;
using System.Text.Json;
using DivideMetrics.Sources.Dimensions;

namespace DivideMetrics.Sources.Data360;

/// <summary>One answer of Data360's API: <c>{"count": 2, "value": [{"OBS_VALUE": "1.5", "REF_AREA": "KEN", …}]}</c>.</summary>
internal sealed class Data360Page(Stream content, ComponentTable components)
{
    private string?[] _codes = [];

    /// <summary>How many rows the provider has for what was asked; -1 when the answer does not say. Known after the rows.</summary>
    public long Total { get; private set; } = -1;

    /// <summary>How many rows were read.</summary>
    public long Read { get; private set; }

    /// <summary>The rows; may be enumerated once.</summary>
    /// <exception cref="JsonException">The body is no answer of this API.</exception>
    public IEnumerable<CubeRow> Rows()
    {
        var (json, found) = (new JsonWalk(content), false);
        json.Read();
        json.Expect(JsonTokenType.StartObject, "{count, value}");
        while (json.NextProperty(out var name))
        {
            if (name == "count")
            {
                Total = CountOf(json.Scalar());
            }
            else if (name != "value")
            {
                json.Skip();
            }
            else
            {
                found = true;
                json.Expect(JsonTokenType.StartArray, "rows");
                while (json.NextItem())
                {
                    yield return Row(json);
                }
            }
        }

        if (!found || Total < 0)
        {
            throw new JsonException($"Expected 'count' and 'value', found {(found ? "no count" : "no value")}.");
        }
    }

    private static long CountOf(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new JsonException($"Expected a whole number as the count, found '{text}'.");

    private CubeRow Row(JsonWalk json)
    {
        json.Expect(JsonTokenType.StartObject, "a row");
        Array.Clear(_codes);
        string? value = null;
        while (json.NextProperty(out var name))
        {
            var text = json.Scalar();
            if (name == "OBS_VALUE")
            {
                value = text;
                continue;
            }

            var component = components.Either(name);
            if (component >= _codes.Length)
            {
                Array.Resize(ref _codes, component + 1);
            }

            _codes[component] = text?.Trim();
        }

        return new(_codes, value, ++Read);
    }
}
