using System.Globalization;

namespace DivideMetrics.Web.Reading;

/// <summary>
/// The query parameter <c>time</c>, as Our World in Data writes it: <c>2020</c>, <c>2000..2020</c>, <c>earliest..latest</c>,
/// <c>latest</c>, and the open <c>2015..</c> and <c>..2015</c>.
/// </summary>
/// <param name="First">First year asked for; null: the earliest with data.</param>
/// <param name="Last">Last year asked for; null: the latest with data.</param>
/// <param name="Single"><c>earliest</c> or <c>latest</c> alone: one end of the data. Null for years and spans.</param>
public sealed record QueryTime(int? First, int? Last, QueryTime.End? Single = null)
{
    /// <summary>Name of the parameter.</summary>
    public const string Parameter = "time";

    private const string Expectation =
        "a year such as 2020, a span such as 2000..2020, 'earliest', 'latest' or 'earliest..latest'";

    private const int LeastYear = 1000;

    /// <summary>One end of the data.</summary>
    public enum End
    {
        /// <summary>The first year with data.</summary>
        Earliest,

        /// <summary>The last year with data.</summary>
        Latest,
    }

    /// <summary>Every year.</summary>
    public static QueryTime All { get; } = new(null, null);

    /// <summary>Reads the parameter; missing or empty text means every year.</summary>
    public static Parsed<QueryTime> Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return All;
        }

        var ends = text.Split("..");
        return ends.Length switch
        {
            1 => Point(text),
            2 when text != ".." => Span(text, ends[0], ends[1]),
            _ => Wrong(text),
        };
    }

    /// <summary>The span of years for data that reach from one year to another; null when nothing can match.</summary>
    public (int First, int Last)? Within(int earliest, int latest) => Single switch
    {
        End.Earliest => (earliest, earliest),
        End.Latest => (latest, latest),
        _ => (First ?? earliest) <= (Last ?? latest) ? (First ?? earliest, Last ?? latest) : null,
    };

    private static Parsed<QueryTime> Point(string text) => text switch
    {
        "earliest" => new QueryTime(null, null, End.Earliest),
        "latest" => new QueryTime(null, null, End.Latest),
        _ => Year(text) is { } year ? new QueryTime(year, year) : Wrong(text),
    };

    private static Parsed<QueryTime> Span(string text, string from, string to)
    {
        var first = Year(from);
        var last = Year(to);
        if ((first is null && from is not ("" or "earliest")) || (last is null && to is not ("" or "latest")))
        {
            return Wrong(text);
        }

        return first > last
            ? new QueryProblem(Parameter, "a span whose first year is not after its last", text)
            : new QueryTime(first, last);
    }

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= LeastYear
            ? year
            : null;

    private static QueryProblem Wrong(string text) => new(Parameter, Expectation, text);
}
