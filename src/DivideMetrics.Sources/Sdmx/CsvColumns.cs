using System.Text;
using DivideMetrics.Sources.Dimensions;

namespace DivideMetrics.Sources.Sdmx;

/// <summary>What a column of SDMX-CSV holds.</summary>
/// <param name="Component">Number of the component; -1 for a label, the structure's id and the like.</param>
/// <param name="Labelled">True when its cells are <c>id: name</c>.</param>
internal readonly record struct CsvColumn(int Component, bool Labelled);

/// <summary>
/// The header of SDMX-CSV 1.0 (first column DATAFLOW) or 2.0 (STRUCTURE, STRUCTURE_ID, ACTION), or of a file with the same columns in
/// another order and without those.
/// </summary>
internal sealed class CsvColumns
{
    private const string Value = "OBS_VALUE";
    private const string LabelSuffix = "_LABEL";

    private static readonly HashSet<string> About =
        new(StringComparer.Ordinal) { "DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY" };

    private readonly List<CsvColumn> _columns = [];

    /// <summary>Reads a header.</summary>
    /// <exception cref="FormatException">It is none of SDMX-CSV.</exception>
    public CsvColumns(IReadOnlyList<string> header, ComponentTable components)
    {
        var names = header.Select(IdOf).ToList();
        (ValueColumn, ActionColumn) = (names.IndexOf(Value), names.IndexOf("ACTION"));
        if (ValueColumn < 0)
        {
            throw new FormatException($"Expected a header with {Value}, found {string.Join(", ", names.Take(30))}.");
        }

        var after = names.IndexOf("TIME_PERIOD") is var period && period >= 0 && period < ValueColumn ? ValueColumn : names.Count;
        for (var column = 0; column < names.Count; column++)
        {
            var component = IsLeftOut(names, column) ? -1 : Add(components, names[column], column > after);
            _columns.Add(new(component, header[column].Contains(": ", StringComparison.Ordinal)));
        }
    }

    /// <summary>How many columns.</summary>
    public int Count => _columns.Count;

    /// <summary>The column of OBS_VALUE.</summary>
    public int ValueColumn { get; }

    /// <summary>The column of ACTION; -1 when there is none.</summary>
    public int ActionColumn { get; }

    /// <summary>A column.</summary>
    public CsvColumn this[int column] => _columns[column];

    /// <summary>The delimiter: what follows the first name, which may have brackets (<c>STRUCTURE[;]</c>).</summary>
    public static char DelimiterOf(byte[] start)
    {
        var (text, brackets) = (Encoding.UTF8.GetString(start), 0);
        foreach (var character in text)
        {
            brackets += character switch { '[' => 1, ']' => -1, _ => 0 };
            if (brackets <= 0 && character is (',' or ';' or '\t' or '|'))
            {
                return character;
            }

            if (character is '\n')
            {
                break;
            }
        }

        return ',';
    }

    private static int Add(ComponentTable components, string name, bool afterValue)
    {
        if (components.Find(name) >= 0)
        {
            throw new FormatException($"Column '{name}' stands twice in the header.");
        }

        return afterValue ? components.Attribute(name) : components.Either(name);
    }

    /// <summary>With a STRUCTURE_NAME every id is followed by a column with its name; Data360 has NAME_LABEL beside NAME.</summary>
    private bool IsLeftOut(List<string> names, int column) =>
        column == ValueColumn
        || About.Contains(names[column])
        || (names[column].EndsWith(LabelSuffix, StringComparison.Ordinal) && names.Contains(names[column][..^LabelSuffix.Length]))
        || (names.Contains("STRUCTURE_NAME") && (column - names.FindLastIndex(About.Contains)) is var place && place > 0 && place % 2 == 0);

    /// <summary><c>ID</c>, <c>ID: name</c>, <c>ID[;]</c>.</summary>
    private static string IdOf(string header)
    {
        var colon = header.IndexOf(": ", StringComparison.Ordinal);
        var id = colon > 0 ? header[..colon] : header;
        var bracket = id.IndexOf('[', StringComparison.Ordinal);
        return (bracket > 0 ? id[..bracket] : id).Trim();
    }
}
