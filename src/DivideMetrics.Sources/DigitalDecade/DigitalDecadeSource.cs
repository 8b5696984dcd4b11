using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.DigitalDecade;

/// <summary>
/// European Commission, Digital Decade and DESI: CSV of the indicators' facts, a file for each chart group that the option <c>groups</c>
/// names, or delivered <c>files</c>.
/// </summary>
internal sealed class DigitalDecadeSource(PoliteClient client, TemplatedFetch templated) : ISource
{
    private const string Groups = "groups";
    private const string Lag = "edition-lag";

    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        _ = LagOf(source);
        var groups = (source.Options.GetValueOrDefault(Groups) ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return groups.Length > 0 && !source.Options.ContainsKey("files")
            ? await BringAsync(source, groups, store, cancellationToken)
            : await templated.BringAsync(source, ExpectedContent.Csv, ".csv", store, cancellationToken);
    }

    public IEnumerable<Observation> Parse(ParseRequest request) => new DecadeReading(request, LagOf(request.Source)).Read();

    private static int LagOf(SourceDefinition source)
    {
        var options = new OptionReader(source, [Groups, Lag, .. TemplatedFetch.Options]);
        return int.TryParse(options.Find(Lag) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var lag) && lag <= 3
            ? lag
            : throw options.Wrong(Lag, "a number of years from 0 to 3");
    }

    private async Task<FetchResult> BringAsync(
        SourceDefinition source, string[] groups, IRawStore store, CancellationToken cancellationToken)
    {
        var fetch = new PartialFetch(source);
        foreach (var group in groups)
        {
            var address = new Uri($"{source.Location.TrimEnd('/')}/chart-groups/{Uri.EscapeDataString(group)}/facts/");
            var download = new Download(address, $"{group}-data.csv", ExpectedContent.Csv);
            await fetch.TryAsync(null, async () => [await client.DownloadAsync(download, store, cancellationToken)]);
        }

        return fetch.Result();
    }
}
