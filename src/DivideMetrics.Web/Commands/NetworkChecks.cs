using System.Runtime.CompilerServices;
using DivideMetrics.Sources;

namespace DivideMetrics.Web.Commands;

/// <summary>Asks whether the locations of sources answer at all.</summary>
internal static class NetworkChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>One line for each address; whatever it answers, it is there.</summary>
    public static async IAsyncEnumerable<Check> ExamineAsync(
        IReadOnlyList<SourceDefinition> sources, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Patience };
        foreach (var group in sources.GroupBy(source => AddressOf(source.Location)).Where(group => group.Key is not null))
        {
            yield return await AskAsync(client, group.Key!, string.Join(", ", group.Select(source => source.Id)), cancellationToken);
        }
    }

    private static async Task<Check> AskAsync(HttpClient client, Uri address, string sources, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, address);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Check.Ok("network", FormattableString.Invariant($"{address} answers {(int)answer.StatusCode} ({sources})"));
        }
        catch (Exception failure) when (
            failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Check.Fail(
                "network", $"{address} does not answer ({sources}): {failure.Message} Check the network, or import from a bundle.");
        }
    }

    private static Uri? AddressOf(string location) =>
        Uri.TryCreate(location, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
