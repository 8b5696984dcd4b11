namespace DivideMetrics.Sources.Http;

/// <summary>An attempt failed in a way that another attempt may mend; never leaves this folder.</summary>
internal sealed class RetryableException(string message, TimeSpan? retryAfter, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How long the provider asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
