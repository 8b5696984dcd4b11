using System.Globalization;
using DivideMetrics.Observations;
using DivideMetrics.Quality;
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
        var groups = (source.Options.GetValueOrDefault(Groups) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
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

    /// <summary>Brings the groups; one that is no more is left out with a Finding, any other failure fails the fetch.</summary>
    private async Task<FetchResult> BringAsync(SourceDefinition source, string[] groups, IRawStore store, CancellationToken cancellationToken)
    {
        var (brought, refused) = (new List<RawFile>(), new List<Finding>());
        foreach (var group in groups)
        {
            var address = new Uri($"{source.Location.TrimEnd('/')}/chart-groups/{Uri.EscapeDataString(group)}/facts/");
            try
            {
                brought.Add(await client.DownloadAsync(new(address, $"{group}-data.csv", ExpectedContent.Csv), store, cancellationToken));
            }
            catch (SourceException failure) when (failure.Refused)
            {
                refused.Add(new("series-refused", Severity.Warning, failure.Message));
            }
        }

        return brought.Count > 0
            ? new(brought, source.Released) { Findings = refused }
            : throw new SourceException($"Source {source.Id}: the provider refused all {refused.Count} chart groups. {refused[0].Note}");
    }
}
