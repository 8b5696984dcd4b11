using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Http;

/// <summary>
/// A body that is cut when it trickles: in every window of time a least number of bytes must come. A time-out alone either cuts large
/// files or lets a provider hold a worker for as long as the largest file may take.
/// </summary>
internal sealed class WatchedBody : ForwardStream
{
    private readonly Stream _inner;
    private readonly SourcesOptions _options;
    private readonly CancellationTokenSource _slow = new();
    private readonly ITimer _timer;
    private long _bytes;

    public WatchedBody(Stream inner, SourcesOptions options, TimeProvider time)
        : base(inner)
    {
        (_inner, _options) = (inner, options);
        var window = options.LeastBytesPerWindow > 0 ? options.SlowBodyWindow : Timeout.InfiniteTimeSpan;
        _timer = time.CreateTimer(_ => Look(), null, window, window);
    }

    /// <exception cref="RetryableException">Too few bytes came.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _slow.Token);
        try
        {
            var read = await _inner.ReadAsync(buffer, either.Token);
            Interlocked.Add(ref _bytes, read);
            return read;
        }
        catch (OperationCanceledException cut) when (_slow.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var window = FormattableString.Invariant($"{_options.SlowBodyWindow.TotalSeconds:0.##} s");
            throw new RetryableException($"The body trickles: fewer than {_options.LeastBytesPerWindow} bytes came in {window}", null, cut);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Bodies are read without blocking a thread.</summary>
    public override int Read(Span<byte> buffer) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _inner.DisposeAsync();
        _slow.Dispose();
        await base.DisposeAsync();
    }

    private void Look()
    {
        if (Interlocked.Exchange(ref _bytes, 0) < _options.LeastBytesPerWindow)
        {
            _slow.Cancel();
        }
    }
}
