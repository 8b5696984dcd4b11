using System.Globalization;
using Sylvan.Data.Csv;

namespace DivideMetrics.Seeds;

/// <summary>A row of a seed table.</summary>
/// <param name="Line">Line in the file, counted from 1.</param>
/// <param name="Fields">Fields in the order of the wanted columns, trimmed; empty where the file has nothing.</param>
internal readonly record struct SeedRow(long Line, string[] Fields)
{
    public string this[int column] => Fields[column];

    /// <summary>The field, or null when it is empty.</summary>
    public string? OrNull(int column) => Fields[column].Length == 0 ? null : Fields[column];
}

/// <summary>Reads seed tables: comma-separated, one row a line, a header, and comment lines that begin with <c>#</c>.</summary>
internal static class SeedTable
{
    /// <summary>The rows; a row with another number of fields is told and left out.</summary>
    /// <exception cref="SeedException">The header is not the wanted one.</exception>
    public static List<SeedRow> Read(SeedFile file, SeedProblems problems, params string[] columns)
    {
        var lines = new List<long>();
        using var text = new StringReader(WithoutComments(file, lines));
        using var reader = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', Culture = CultureInfo.InvariantCulture });
        var rows = new List<SeedRow>(lines.Count);
        try
        {
            while (reader.Read())
            {
                Take(file, problems, columns, Row(reader, lines[rows.Count]), rows);
            }
        }
        catch (CsvFormatException exception)
        {
            throw new SeedException(file.Name, lines[Math.Min(rows.Count, lines.Count - 1)], $"not readable as CSV: {exception.Message}");
        }

        if (rows.Count == 0)
        {
            throw new SeedException(file.Name, 1, $"expected the header {string.Join(',', columns)}, found an empty file");
        }

        return rows.Where((row, index) => index > 0 && row.Fields.Length == columns.Length).ToList();
    }

    private static void Take(SeedFile file, SeedProblems problems, string[] columns, SeedRow row, List<SeedRow> rows)
    {
        rows.Add(row);
        if (rows.Count == 1 && !row.Fields.SequenceEqual(columns, StringComparer.Ordinal))
        {
            throw new SeedException(
                file.Name, row.Line, $"expected the header {string.Join(',', columns)}, found {string.Join(',', row.Fields)}");
        }

        if (row.Fields.Length != columns.Length)
        {
            problems.Add(file.Name, row.Line, FormattableString.Invariant($"expected {columns.Length} fields, found {row.Fields.Length}"));
        }
        else if (row.Fields.Any(field => field.Contains('\n', StringComparison.Ordinal)))
        {
            throw new SeedException(file.Name, row.Line, "a quoted field does not end on its line; close the quote");
        }
    }

    private static SeedRow Row(CsvDataReader reader, long line)
    {
        var fields = new string[reader.RowFieldCount];
        for (var index = 0; index < fields.Length; index++)
        {
            fields[index] = reader.GetString(index).Trim(' ', '\r', '\t');
        }

        return new SeedRow(line, fields);
    }

    /// <summary>The text without comments and empty lines; <paramref name="lines"/> takes the number of each line that is left.</summary>
    private static string WithoutComments(SeedFile file, List<long> lines)
    {
        using var text = file.OpenText();
        var kept = new System.Text.StringBuilder(file.Bytes.Length);
        for (long number = 1; text.ReadLine() is { } line; number++)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                kept.Append(line).Append('\n');
                lines.Add(number);
            }
        }

        return kept.ToString();
    }
}
