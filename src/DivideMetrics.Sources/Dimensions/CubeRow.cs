namespace DivideMetrics.Sources.Dimensions;

/// <summary>One observation as a format writes it: a code for each component, and the value as text.</summary>
/// <param name="Codes">
/// By number of the component in the file's <see cref="ComponentTable"/>; null where there is none. Shorter than the table when components
/// were met later. Overwritten by the next row.
/// </param>
/// <param name="Value">The value as the provider writes it; null or empty when there is none.</param>
/// <param name="Number">Line of the row, or its ordinal where the format has no lines; from 1.</param>
internal readonly record struct CubeRow(string?[] Codes, string? Value, long Number)
{
    /// <summary>The code of a component; null when the row has none or the number is -1.</summary>
    public string? this[int component] =>
        (uint)component < (uint)Codes.Length && Codes[component] is { Length: > 0 } code ? code : null;
}

/// <summary>One file that is read as rows.</summary>
/// <param name="File">The bytes.</param>
/// <param name="Content">The bytes as a stream, unpacked.</param>
/// <param name="Start">The first bytes of it.</param>
/// <param name="Components">Takes the file's components.</param>
/// <param name="Notes">Takes what concerns the file and no single row.</param>
internal sealed record CubeFile(RawFile File, Stream Content, byte[] Start, ComponentTable Components, Action<CubeNote> Notes)
{
    /// <summary>True for the last file of the vintage.</summary>
    public bool IsLast { get; init; }
}

/// <summary>Something worth knowing about a file.</summary>
/// <param name="Code">Code of the Finding.</param>
/// <param name="Note">What was found.</param>
internal readonly record struct CubeNote(string Code, string Note);
