using Microsoft.Extensions.Options;

namespace DivideMetrics.Sources.Http;

/// <summary>Keeps requests to one host apart by at least <see cref="SourcesOptions.MinInterval"/>, whoever sends them.</summary>
internal sealed class HostPacer(IOptions<SourcesOptions> options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TimeSpan> _next = new(StringComparer.OrdinalIgnoreCase);
    private readonly long _start = time.GetTimestamp();

    /// <summary>Returns when it is this caller's turn.</summary>
    public Task WaitAsync(string host, CancellationToken cancellationToken)
    {
        var wait = Reserve(host);
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Takes the host's next free turn; the time until then, zero or less for now.</summary>
    internal TimeSpan Reserve(string host)
    {
        lock (_lock)
        {
            var now = time.GetElapsedTime(_start);
            var turn = _next.TryGetValue(host, out var next) && next > now ? next : now;
            _next[host] = turn + options.Value.MinInterval;
            return turn - now;
        }
    }
}
