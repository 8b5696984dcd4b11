using System.Globalization;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>
/// Addresses of the World Bank API v2: all economies, many series in one call. The limits are the provider's: 60 series a call (with
/// <c>source</c>), 1,500 characters between two slashes, 4,000 in an address.
/// </summary>
/// <param name="Location">Base address, for example <c>https://api.worldbank.org/v2</c>.</param>
/// <param name="Database">Number of the Bank's database; 2 is World Development Indicators.</param>
/// <param name="FirstYear">First year to ask.</param>
/// <param name="LastYear">Last year to ask.</param>
internal sealed record WorldBankQuery(string Location, string Database, int FirstYear, int LastYear)
{
    /// <summary>Rows asked for on one page.</summary>
    public const int PageSize = 20000;

    private const int MostSeries = 60;
    private const int LongestSegment = 1500;
    private const int LongestAddress = 4000;

    /// <summary>Splits series codes, in order, into as few calls as the limits allow.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Batches(IEnumerable<string> codes)
    {
        var batches = new List<IReadOnlyList<string>>();
        var batch = new List<string>();
        foreach (var code in codes)
        {
            if (batch.Count == MostSeries || Segment([.. batch, code]).Length > LongestSegment)
            {
                batches.Add(batch);
                batch = [];
            }

            batch.Add(code);
        }

        return batch.Count == 0 ? batches : [.. batches, batch];
    }

    /// <summary>The address of one page of a batch.</summary>
    /// <exception cref="SourceException">The address is too long or no address at all.</exception>
    public Uri Address(IReadOnlyList<string> codes, int page)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Location.TrimEnd('/')}/country/all/indicator/{Segment(codes)}?format=json&source={Uri.EscapeDataString(Database)}" +
            $"&date={FirstYear}:{LastYear}&per_page={PageSize}&page={page}");
        return text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new SourceException(
                $"Expected a web address of at most {LongestAddress} characters, found '{text}'. Correct the source's location.");
    }

    private static string Segment(IReadOnlyList<string> codes) => string.Join(';', codes.Select(Uri.EscapeDataString));
}
