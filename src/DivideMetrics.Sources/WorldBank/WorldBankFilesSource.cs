using DivideMetrics.Observations;
using DivideMetrics.Sources.Files;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>
/// The Bank's tables as files, bare or in archives: wide downloads with or without their preamble, long tables that name their series in a
/// column, and long tables of one series each whose file (or folder) is named after it. Each file's header tells which it is.
/// </summary>
internal sealed class WorldBankFilesSource(SourceFiles files) : ISource, IReleaseDate
{
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        var options = new OptionReader(source, ["files"]);
        var paths = options.Pairs("files").ConvertAll(file => file.Key);
        return new(await files.BringAsync(source, paths.Count > 0 ? paths : [source.Location], store, cancellationToken), source.Released);
    }

    public DateOnly? ReleasedOf(IReadOnlyList<RawFile> files) => BankFiles.Updated(files);

    public IEnumerable<Observation> Parse(ParseRequest request) => new BankReading(request).Read();
}
