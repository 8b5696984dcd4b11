using System.Globalization;
using System.Text.Json;
using DivideMetrics.Sources.Dimensions;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;

namespace DivideMetrics.Sources.JsonStat;

/// <summary>
/// A dataset of JSON-stat 2.0: values as a list, or as an object by flat index in which gaps are missing. The body is read twice, because
/// the dimensions may stand behind the values.
/// </summary>
internal sealed class JsonStatSource(TemplatedFetch fetch) : CubeSource(fetch)
{
    protected override string Format => "JSON-stat";

    protected override ExpectedContent Content => ExpectedContent.AnyJson;

    protected override string Extension => ".json";

    public override async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        var fetched = await base.FetchAsync(source, store, cancellationToken);
        return fetched with { Released = fetched.Files.Max(Updated) ?? fetched.Released };
    }

    protected override Func<CubeFile, IEnumerable<CubeRow>> Reader(SourceDefinition source) => Rows;

    private IEnumerable<CubeRow> Rows(CubeFile cube)
    {
        var head = new JsonStatHeadReader(new JsonWalk(cube.Content), cube.File).Read();
        foreach (var dimension in head.Dimensions)
        {
            cube.Components.Dimension(dimension.Id);
        }

        if (cube.Components.Count != head.Dimensions.Count)
        {
            throw new JsonException("A dimension stands twice in 'id'.");
        }

        if (head.Dimensions.FirstOrDefault(dimension => dimension.Codes.Count == 0) is { } empty)
        {
            cube.Notes(new("empty-dataset", $"Dimension '{empty.Id}' is empty: the provider has no data for what was asked."));
        }

        return Values(cube, head, cube.Components.Attribute("OBS_STATUS"));
    }

    /// <summary>
    /// The day on which the provider updated the dataset; null when it does not say or the body cannot be read, which its parse will tell.
    /// </summary>
    /// <exception cref="SourceException">The body is the provider's message that it has no answer, or none yet.</exception>
    private DateOnly? Updated(RawFile file)
    {
        using var content = RawContent.Open(file, Format).Content;
        try
        {
            return JsonStatHeadReader.Updated(new JsonWalk(content), file);
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private IEnumerable<CubeRow> Values(CubeFile cube, JsonStatHead head, int status)
    {
        using var content = RawContent.Open(cube.File, Format).Content;
        var (codes, number, valued) = (new string?[cube.Components.Count], 0L, new HashSet<long>());
        foreach (var (at, value) in Cells(new JsonWalk(content)))
        {
            if (at >= head.Cells)
            {
                throw new JsonException($"Expected values at positions below {head.Cells}, found one at {at}.");
            }

            var flags = head.Statuses.GetValueOrDefault(at) ?? head.Status;
            if (value is not null || flags is not null)
            {
                Place(at, head, codes);
                codes[status] = flags;
                yield return new(codes, value, ++number);
            }

            if (head.Statuses.ContainsKey(at))
            {
                valued.Add(at);
            }
        }

        foreach (var (at, flags) in head.Statuses.Where(pair => pair.Key < head.Cells && !valued.Contains(pair.Key)))
        {
            Place(at, head, codes);
            codes[status] = flags;
            yield return new(codes, null, ++number);
        }
    }

    /// <summary>The members of <c>value</c> with their flat index.</summary>
    private static IEnumerable<(long At, string? Value)> Cells(JsonWalk json)
    {
        json.Read();
        while (json.NextProperty(out var name))
        {
            if (name != "value")
            {
                json.Skip();
                continue;
            }

            var isList = json.Token == JsonTokenType.StartArray;
            json.Expect(isList ? JsonTokenType.StartArray : JsonTokenType.StartObject, "values as a list or an object");
            for (var at = 0L; isList ? json.NextItem() : json.NextProperty(out name) && (at = Position(name)) >= 0; at++)
            {
                yield return (at, json.Scalar());
            }
        }
    }

    private static long Position(string key) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? at
            : throw new JsonException($"Expected a position as the key of a value, found '{key}'.");

    /// <summary>Turns a flat index into codes: the last dimension runs fastest.</summary>
    private static void Place(long at, JsonStatHead head, string?[] codes)
    {
        for (var index = head.Dimensions.Count - 1; index >= 0; index--)
        {
            var list = head.Dimensions[index].Codes;
            (codes[index], at) = (list[(int)(at % list.Count)], at / list.Count);
        }
    }
}
