using System.Collections.Concurrent;
using System.Reflection;
using System.Xml.Linq;
using DivideMetrics.Documentation;

namespace DivideMetrics.Web.Methods;

/// <summary>
/// The doc comments of the program's own code, read from the files that the compiler writes beside each assembly: what the page of methods says is
/// what stands at the function that computes.
/// </summary>
/// <param name="folder">Folder of the assemblies and their XML files.</param>
public sealed class CodeComments(string folder)
{
    private static readonly string[] Kinds = ["M", "P", "F", "T"];
    private readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> _files = new();

    /// <summary>The comment of a member.</summary>
    /// <exception cref="InvalidOperationException">The file or the comment is missing: the program was not published whole, or a member lost its comment.</exception>
    public CodeComment Of(CodeMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var found = Find(member) ?? throw new InvalidOperationException($"Expected a doc comment at {member.Type.FullName}, member '{member.Name}'; found none.");
        var text = new CommentText(member.Type.Assembly);
        return new()
        {
            Summary = text.Of(found.Element("summary")),
            Remarks = text.Of(found.Element("remarks")),
            Returns = text.Of(found.Element("returns")),
            Parameters = ParametersOf(found, FileOf(member.Type.Assembly)).ToDictionary(parameter => parameter.Attribute("name")!.Value, text.Of, StringComparer.Ordinal),
        };
    }

    /// <summary>What the comment of an enumeration's value says.</summary>
    public IReadOnlyList<CommentPiece> Of<T>(T value)
        where T : struct, Enum => Of(new CodeMember(typeof(T), value.ToString())).Summary;

    private XElement? Find(CodeMember member)
    {
        var file = FileOf(member.Type.Assembly);
        var type = member.Type.FullName!.Replace('+', '.');
        return member.Name is not { } name
            ? file.GetValueOrDefault($"T:{type}")
            : Kinds.Select(kind => file.GetValueOrDefault($"{kind}:{type}.{name}")).FirstOrDefault(element => element is not null)
                ?? file.FirstOrDefault(entry => entry.Key.StartsWith($"M:{type}.{name}(", StringComparison.Ordinal) || entry.Key.StartsWith($"M:{type}.{name}``", StringComparison.Ordinal)).Value;
    }

    // Parameters are often told once, at the first of several functions that share them.
    private static IEnumerable<XElement> ParametersOf(XElement member, Dictionary<string, XElement> file) => member.Elements("param").Concat(
        member.Elements("inheritdoc").Where(from => from.Attribute("path")?.Value == "/param")
            .Select(from => file.GetValueOrDefault(from.Attribute("cref")?.Value ?? "")).OfType<XElement>()
            .SelectMany(from => ParametersOf(from, file)));

    private Dictionary<string, XElement> FileOf(Assembly assembly) => _files.GetOrAdd(assembly, Read);

    private Dictionary<string, XElement> Read(Assembly assembly)
    {
        var path = Path.Combine(folder, $"{assembly.GetName().Name}.xml");
        if (!File.Exists(path))
        {
            throw new InvalidOperationException($"Expected the doc comments of {assembly.GetName().Name} in {path}, found no file. Publish the program whole.");
        }

        return XDocument.Load(path).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
    }
}
