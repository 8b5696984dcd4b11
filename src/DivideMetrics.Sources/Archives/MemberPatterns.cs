using System.IO.Enumeration;
using DivideMetrics.Sources.Reading;

namespace DivideMetrics.Sources.Archives;

/// <summary>
/// Which members of an archive are read: the option <c>members</c> is a list of names separated by <c>;</c>, with <c>*</c> for any
/// characters and <c>!</c> before what is left out. Without it, and where the adapter knows none, every
/// table is read and what is none (images, hidden files) is not.
/// </summary>
internal sealed class MemberPatterns(string? option)
{
    private static readonly string[] Tables = ["*.csv", "*.tsv", "*.tab", "*.txt", "*.json", "*.xml", "*.xlsx"];

    private readonly string[] _wanted = Parts(option).Where(part => !part.StartsWith('!')).ToArray();
    private readonly string[] _unwanted = Parts(option).Where(part => part.StartsWith('!')).Select(part => part[1..]).ToArray();

    /// <summary>The patterns of a source, or those of its adapter.</summary>
    public static MemberPatterns Of(SourceDefinition source, string? usual) => new(source.Options.GetValueOrDefault(OptionReader.Members) ?? usual);

    /// <summary>True when the member is read.</summary>
    public bool Takes(string name) =>
        !name.Split('/').Any(part => part.StartsWith('.') || part is "__MACOSX")
        && (_wanted.Length == 0 ? Tables : _wanted).Any(pattern => Matches(pattern, name))
        && !_unwanted.Any(pattern => Matches(pattern, name));

    private static string[] Parts(string? option) =>
        (option ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool Matches(string pattern, string name) =>
        FileSystemName.MatchesSimpleExpression(pattern, name) || FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(name));
}
