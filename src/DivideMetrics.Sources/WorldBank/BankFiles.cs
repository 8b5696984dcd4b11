using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>
/// The tables among the Bank's files. A download is a zip with <c>API_*.csv</c> (its name ends in a number that changes) or
/// <c>WDICSV.csv</c>, beside metadata that is left alone.
/// </summary>
internal static class BankFiles
{
    /// <summary>The files that are tables.</summary>
    /// <exception cref="SourceException">An archive holds no table.</exception>
    public static IEnumerable<RawFile> Tables(IReadOnlyList<RawFile> files) =>
        files.GroupBy(file => (file.Path, IsMember: file.Content is not null))
            .SelectMany(group => group.Key.IsMember ? InArchive(group.ToList()) : group.Where(file => !IsMetadata(file)));

    /// <summary>
    /// The series that a file's name means: the file's own name (<c>it.cel.sets.p2.csv</c>), else its folder's
    /// (<c>it.cel.sets.p2/data.csv</c>). The Bank's codes are upper case; names of files are often not.
    /// </summary>
    public static string SeriesOf(RawFile file, IEnumerable<SourceSeries> declared)
    {
        var parts = file.Name.Split('/');
        var own = Path.GetFileNameWithoutExtension(parts[^1]);
        var folder = parts.Length > 1 ? parts[^2] : own;
        var codes = declared.Select(series => series.Code).ToList();
        return codes.Find(code => code.Equals(own, StringComparison.OrdinalIgnoreCase))
            ?? codes.Find(code => code.Equals(folder, StringComparison.OrdinalIgnoreCase))
            ?? (own.Equals("data", StringComparison.OrdinalIgnoreCase) ? folder : own).ToUpperInvariant();
    }

    /// <summary>Opens a table as the Bank writes it.</summary>
    public static BankTable Open(StreamReader text, RawFile file, string series) =>
        BankTable.Open(new CsvReader(text, file.Name), file.Name, series);

    /// <summary>The latest "Last Updated Date" of the tables; null when none has one.</summary>
    public static DateOnly? Updated(IReadOnlyList<RawFile> files)
    {
        DateOnly? latest = null;
        foreach (var file in Tables(files))
        {
            using var text = CsvReader.Text(file.OpenRead());
            var updated = Open(text, file, "").Updated;
            latest = latest is null || updated > latest ? updated ?? latest : latest;
        }

        return latest;
    }

    private static IReadOnlyList<RawFile> InArchive(IReadOnlyList<RawFile> members)
    {
        var named = members.Where(IsData).ToList();
        if (named.Count > 0)
        {
            return named;
        }

        var others = members.Where(member => IsCsv(member) && !IsMetadata(member)).ToList();
        return others.Count > 0
            ? others
            : throw new SourceException(
                $"{Path.GetDirectoryName(members[0].Name)} ({members[0].Uri}): expected API_*.csv, WDICSV.csv or tables of one series " +
                $"each in the archive, found {string.Join(", ", members.Take(20).Select(NameOf))}.");
    }

    private static string NameOf(RawFile file) => Path.GetFileName(file.Name);

    private static bool IsCsv(RawFile file) => file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsMetadata(RawFile file) => NameOf(file).StartsWith("Metadata_", StringComparison.Ordinal);

    private static bool IsData(RawFile file) =>
        IsCsv(file) && (NameOf(file).StartsWith("API_", StringComparison.Ordinal) || NameOf(file) is "WDICSV.csv" or "WDIData.csv");
}
