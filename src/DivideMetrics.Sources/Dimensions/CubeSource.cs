using System.Text;
using System.Text.Json;
using System.Xml;
using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Http;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Dimensions;

/// <summary>
/// A source in a generic statistical format. The format gives rows of codes; what the dimensions are to us is said by the source's options.
/// </summary>
internal abstract class CubeSource(TemplatedFetch fetch) : ISource
{
    /// <summary>The format's name, for messages.</summary>
    protected abstract string Format { get; }

    /// <summary>What answers must be.</summary>
    protected abstract ExpectedContent Content { get; }

    /// <summary>Extension of the files' names, with its dot.</summary>
    protected abstract string Extension { get; }

    /// <summary>Options of this format besides those of every cube.</summary>
    protected virtual string[] Options => [];

    /// <summary>True where the format writes NaN for a value that is missing.</summary>
    protected virtual bool NanIsMissing => false;

    public virtual Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        DimensionMapping.Of(source, Options);
        return fetch.BringAsync(source, Content, Extension, store, cancellationToken);
    }

    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        var reading = new DimensionReading(request, DimensionMapping.Of(request.Source, Options), NanIsMissing);
        var rows = Reader(request.Source);
        foreach (var file in request.Files)
        {
            var (stream, start) = RawContent.Open(file, Format);
            using var content = stream;
            var cube = new CubeFile(file, content, start, new ComponentTable(), reading.Note) { IsLast = file == request.Files[^1] };
            reading.Begin(file.Name, cube.Components);
            foreach (var row in Whole(Lazily(rows, cube), cube))
            {
                if (reading.Read(row) is { } observation)
                {
                    yield return observation;
                }
            }
        }

        reading.End();
    }

    /// <summary>
    /// What gives the rows of each file of one vintage, in order and lazily. Exceptions about the bytes may escape: they become a
    /// <see cref="SourceException"/>.
    /// </summary>
    protected abstract Func<CubeFile, IEnumerable<CubeRow>> Reader(SourceDefinition source);

    /// <summary>The rows; a failure to read on becomes a failure of the source, with its place.</summary>
    protected IEnumerable<CubeRow> Whole(IEnumerable<CubeRow> rows, CubeFile cube)
    {
        using var each = rows.GetEnumerator();
        while (Next(each, cube))
        {
            yield return each.Current;
        }
    }

    /// <summary>A reader may be no iterator and read before the first row is asked for.</summary>
    private static IEnumerable<CubeRow> Lazily(Func<CubeFile, IEnumerable<CubeRow>> rows, CubeFile cube)
    {
        foreach (var row in rows(cube))
        {
            yield return row;
        }
    }

    private bool Next(IEnumerator<CubeRow> each, CubeFile cube)
    {
        try
        {
            return each.MoveNext();
        }
        catch (JsonException failure)
        {
            throw new SourceException(cube.File.Name, (failure.LineNumber ?? 0) + 1, Damaged(failure, cube), failure);
        }
        catch (XmlException failure)
        {
            throw new SourceException(cube.File.Name, failure.LineNumber, Damaged(failure, cube), failure);
        }
        catch (Exception failure)
            when (failure is FormatException or OverflowException or DecoderFallbackException or InvalidDataException or IOException)
        {
            throw new SourceException($"{cube.File.Name} ({cube.File.Uri}): {Damaged(failure, cube)}", failure);
        }
    }

    private string Damaged(Exception failure, CubeFile cube) =>
        $"Expected {Format}, found something damaged, cut off or of another kind that begins '{Snippet.Of(cube.Start)}'. {failure.Message}";
}
