using System.Globalization;
using System.Text.Json;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dbnomics;

/// <summary>
/// What a gateway source asks of DBnomics: one dataset, where a series of ours is a value of one dimension and its areas are the values
/// of another.
/// </summary>
internal sealed record DbnomicsQuery
{
    /// <summary>Series on one page; the API gives no more.</summary>
    public const int PageSize = 1000;

    /// <summary>Base address.</summary>
    public required string Location { get; init; }

    /// <summary>Provider and dataset, for example <c>WB/WDI</c>.</summary>
    public required string Dataset { get; init; }

    /// <summary>Dimension whose values are our series codes.</summary>
    public required string SeriesDimension { get; init; }

    /// <summary>Dimension whose values are areas.</summary>
    public required string AreaDimension { get; init; }

    /// <summary>What stands in the area dimension; one of <see cref="AreaColumn.Kinds"/>.</summary>
    public required string AreaKind { get; init; }

    /// <summary>Dimensions with the one value that is asked for.</summary>
    public required IReadOnlyList<KeyValuePair<string, string?>> Fixed { get; init; }

    /// <summary>True when files that hold only the first pages may be read.</summary>
    public required bool Partial { get; init; }

    /// <summary>Reads the options of a source.</summary>
    /// <exception cref="SourceException">An option is unknown, missing or unreadable.</exception>
    public static DbnomicsQuery Of(SourceDefinition source)
    {
        var options = new OptionReader(source, ["dataset", "series-dimension", "area-dimension", "area-kind", "dimensions", "partial"]);
        var dimensions = options.Pairs("dimensions");
        return new DbnomicsQuery
        {
            Location = source.Location.TrimEnd('/'),
            Dataset = options.Require("dataset") is var dataset && dataset.Count(character => character == '/') == 1
                ? dataset : throw options.Wrong("dataset", "PROVIDER/DATASET"),
            SeriesDimension = options.Require("series-dimension"),
            AreaDimension = options.Require("area-dimension"),
            AreaKind = options.Find("area-kind") is null ? "any" : options.Choice("area-kind", AreaColumn.Kinds),
            Fixed = dimensions.TrueForAll(pair => pair.Value is not null)
                ? dimensions : throw options.Wrong("dimensions", "name=CODE pairs separated by ';'"),
            Partial = options.Choice("partial", "false", "true") == "true",
        };
    }

    /// <summary>The address of a page of one series.</summary>
    /// <exception cref="SourceException">The location is no web address.</exception>
    public Uri Address(string series, int offset)
    {
        var dimensions = Fixed.Append(new(SeriesDimension, series)).ToDictionary(pair => pair.Key, pair => new[] { pair.Value });
        var filter = Uri.EscapeDataString(JsonSerializer.Serialize(dimensions));
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Location}/series/{Dataset}?dimensions={filter}&observations=1&limit={PageSize}&offset={offset}");
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SourceException($"Expected a web address, found '{text}'. Correct the source's location.");
    }
}
