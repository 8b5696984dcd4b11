namespace DivideMetrics.Observations;

/// <summary>Where in the bytes of its vintage a value stands.</summary>
/// <param name="File">Index from 0 in the vintage's list of files.</param>
/// <param name="Row">Line counted from 1 in a text with lines, else the row's ordinal counted from 1 (JSON, XML, a sheet); 0 when unknown.</param>
public readonly record struct RowPlace(int File, int Row);
