using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.WorldBank;

/// <summary>Why a cell has no value that can be read.</summary>
/// <param name="Code">Code of the finding.</param>
/// <param name="Note">What was expected, what was found.</param>
internal sealed record CellProblem(string Code, string Note);

/// <summary>A cell as it was read, before it is held against the source's declaration.</summary>
/// <param name="Year">TIME_PERIOD; 0 when it could not be read.</param>
/// <param name="Line">Line counted from 1.</param>
/// <param name="Value">OBS_VALUE.</param>
/// <param name="Problem">Null for a cell with a value.</param>
internal readonly record struct BankCell(int Year, int Line, double Value, CellProblem? Problem = null);

/// <summary>Cells that follow one another in a file and are of one series and area.</summary>
/// <param name="Row">Series and area.</param>
/// <param name="Cells">The cells; none says that a series begins in the file.</param>
internal readonly record struct BankRun(SourceRow Row, List<BankCell> Cells);
