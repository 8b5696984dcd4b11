namespace DivideMetrics.Sources;

/// <summary>A source failed: says what was expected, what was found, where, and what to do. Caught once, in the job.</summary>
public sealed class SourceException : Exception
{
    /// <summary>A failure with its message.</summary>
    public SourceException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>A failure at a place in a file: <c>file(line): message</c>.</summary>
    public SourceException(string file, long line, string message, Exception? inner = null)
        : base(FormattableString.Invariant($"{file}({line}): {message}"), inner)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file, when the failure has a place.</summary>
    public string? File { get; }

    /// <summary>The line, counted from 1, when the failure has a place.</summary>
    public long? Line { get; }

    /// <summary>True when trying again later may help (time-out, 429, 5xx, no network).</summary>
    public bool Transient { get; init; }

    /// <summary>True when the provider says that it does not have what was asked for (404, 410): a series of a batch may be left out with a Finding.</summary>
    public bool Refused { get; init; }
}
