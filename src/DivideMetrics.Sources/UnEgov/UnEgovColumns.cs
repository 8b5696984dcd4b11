using System.Text.RegularExpressions;
using DivideMetrics.Areas;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.UnEgov;

/// <summary>Which column holds what: headers changed in 2024 and differ between copies.</summary>
/// <param name="Name">Column of the name.</param>
/// <param name="Year">Column of the survey's year; null when the file's name says it.</param>
/// <param name="FileYear">The year in the file's name; null when there is none.</param>
/// <param name="Indices">Columns of the indices by series code, the E-Government Development Index first.</param>
internal sealed partial record UnEgovColumns(int Name, int? Year, int? FileYear, IReadOnlyList<KeyValuePair<string, int>> Indices)
{
    private static readonly string[] Names = ["country name", "country", "name", "member state"];
    private static readonly string[] Years = ["survey year", "year"];

    private static readonly (string Series, string[] Headers)[] Series =
    [
        ("EGDI", ["e government index", "e government development index", "e index", "egdi"]),
        ("EPI", ["e participation index", "e participation", "epi", "epart"]),
        ("OSI", ["online service index", "online service", "osi"]),
        ("HCI", ["human capital index", "human capital", "hci"]),
        ("TII", ["telecommunication infrastructure index", "tele infra", "telecommunication infrastructure", "tii"]),
    ];

    /// <summary>Finds the columns.</summary>
    /// <exception cref="SourceException">The name, every index, or the year is missing.</exception>
    public static UnEgovColumns Of(CsvTable csv, string file)
    {
        var headers = csv.Header.Select(AreaCatalog.Normalize).ToList();
        var indices = Series.Select(series => KeyValuePair.Create(series.Series, Find(headers, series.Headers) ?? -1))
            .Where(column => column.Value >= 0).ToList();
        var (name, year, fileYear) = (Find(headers, Names), Find(headers, Years), YearOf(file));
        var missing = name is null ? "a column 'Country Name' or 'Country'"
            : indices.Count == 0 ? "columns with the indices"
            : year is null && fileYear is null ? "a column 'Survey Year', or the year in the file's name"
            : null;
        return missing is null
            ? new UnEgovColumns(name!.Value, year, fileYear, indices)
            : throw new SourceException(
                file,
                1,
                $"Expected {missing}, found {string.Join(", ", csv.Header.Take(20))}. The file is another one, or its layout changed.");
    }

    private static int? Find(List<string> headers, string[] wanted) =>
        headers.FindIndex(header => wanted.Contains(header, StringComparer.Ordinal)) is var at and >= 0 ? at : null;

    private static int? YearOf(string file) =>
        FileYearPattern().Match(file) is { Success: true } match && NumberText.TryYear(match.ValueSpan, out var year) ? year : null;

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?![0-9])", RegexOptions.RightToLeft)]
    private static partial Regex FileYearPattern();
}
