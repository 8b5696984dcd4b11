using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Itu;

/// <summary>One table: CSV or JSON, as its first character says.</summary>
/// <param name="File">The file.</param>
internal sealed record ItuTable(RawFile File)
{
    /// <summary>Name for messages.</summary>
    public string Name => File.Name;

    /// <summary>Opens its bytes.</summary>
    public Stream Open() => File.OpenRead();

    /// <summary>The rows, read anew each time.</summary>
    /// <param name="damaged">Takes the line of a row that has too few or too many fields.</param>
    /// <exception cref="SourceException">The table is damaged, another one, or the provider's word about an error.</exception>
    public IEnumerable<ItuRow> Rows(Action<long>? damaged = null) => IsJson() ? new ItuJson(this).Rows() : new ItuCsv(this).Rows(damaged);

    private bool IsJson()
    {
        using var stream = Open();
        return FirstCharacter.IsJson(stream);
    }
}
