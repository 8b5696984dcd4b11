using System.Globalization;
using DivideMetrics.Web.Reading;

namespace DivideMetrics.Web.Api;

/// <summary>Which state of the figures an answer shows, as a header: files of CSV have no other place to say it.</summary>
internal static class StateHeader
{
    /// <summary>The header's name.</summary>
    public const string Name = "DivideMetrics-State";

    /// <summary>
    /// A dictionary of RFC 8941: <c>asof="2025-03-01", method="2", vintages=(3 7)</c>; a published state has its <c>computation=12</c>.
    /// </summary>
    public static string Of(ViewState state) => string.Join(", ", new[]
    {
        state.Asked.AsOf is { } released ? $"asof=\"{QueryReading.Written(released)}\"" : null,
        state.Asked.Seen is { } seen ? $"seen=\"{QueryReading.Written(seen)}\"" : null,
        state.Computation is { } computation ? FormattableString.Invariant($"computation={computation.Id}") : null,
        $"method=\"{state.MethodVersion}\"",
        $"vintages=({Ids(state)})",
    }.OfType<string>());

    private static string Ids(ViewState state) =>
        string.Join(' ', state.Vintages.Select(vintage => vintage.Id).Order().Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
