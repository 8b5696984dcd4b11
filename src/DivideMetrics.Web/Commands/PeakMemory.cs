namespace DivideMetrics.Web.Commands;

/// <summary>The greatest working set of this process since the watch began, looked at twenty times a second.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly Timer _timer;
    private long _peak;

    public PeakMemory() => _timer = new(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));

    /// <summary>In MB of a million bytes.</summary>
    public long Megabytes
    {
        get
        {
            Look();
            return Interlocked.Read(ref _peak) / 1_000_000;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var now = Environment.WorkingSet;
        for (var seen = Interlocked.Read(ref _peak); now > seen;)
        {
            var before = Interlocked.CompareExchange(ref _peak, now, seen);
            seen = before == seen ? now : before;
        }
    }
}
