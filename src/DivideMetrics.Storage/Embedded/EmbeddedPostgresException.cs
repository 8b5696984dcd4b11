namespace DivideMetrics.Storage.Embedded;

/// <summary>The private PostgreSQL cannot be used. The message says what was expected, what was found, where, and what to do.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>True when another instance of the program uses the home folder.</summary>
    public bool IsInUse { get; init; }

    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
