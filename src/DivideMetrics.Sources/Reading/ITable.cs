namespace DivideMetrics.Sources.Reading;

/// <summary>A table of text cells, read row by row: delimited text, or a sheet.</summary>
internal interface ITable
{
    /// <summary>Cells of the current row.</summary>
    IReadOnlyList<string> Fields { get; }

    /// <summary>Line or row of the file on which the current row starts, counted from 1.</summary>
    long Line { get; }

    /// <summary>False when the current row ended with the file and not with a line break, so that it may be cut off.</summary>
    bool EndedWithBreak { get; }

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="SourceException">The file is damaged.</exception>
    bool Read();
}
