using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DivideMetrics.Web.Methods;

/// <summary>
/// Turns an element of a doc comment into text: <c>c</c>, <c>code</c> and names are code; a reference to a constant becomes its value, so that a
/// number of a rule is the one that the rule uses; a reference to a property its name in words.
/// </summary>
/// <param name="assembly">Where references are looked up.</param>
internal sealed partial class CommentText(Assembly assembly)
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    /// <summary>The text; empty for null.</summary>
    public IReadOnlyList<CommentPiece> Of(XElement? element)
    {
        List<CommentPiece> pieces = [];
        foreach (var piece in element is null ? [] : PiecesOf(element))
        {
            Append(pieces, piece);
        }

        Trim(pieces, 0, text => text.TrimStart());
        Trim(pieces, pieces.Count - 1, text => text.TrimEnd());
        pieces.RemoveAll(piece => piece.Text.Length == 0);
        return pieces;
    }

    private IEnumerable<CommentPiece> PiecesOf(XElement element) => element.Nodes().SelectMany(node => node switch
    {
        XText text => [new(Spaces().Replace(text.Value, " "), false)],
        XElement { Name.LocalName: "c" or "code" } code => [new(Spaces().Replace(code.Value, " ").Trim(), true)],
        XElement { Name.LocalName: "see" or "seealso" } see => [Reference(see)],
        XElement { Name.LocalName: "paramref" or "typeparamref" } name => [new(name.Attribute("name")?.Value ?? "", true)],
        XElement { Name.LocalName: "br" or "para" } pause => PiecesOf(pause).Prepend(new(" ", false)),
        XElement other => PiecesOf(other),
        _ => Enumerable.Empty<CommentPiece>(),
    });

    private CommentPiece Reference(XElement see)
    {
        if (see.Attribute("cref")?.Value is not { } reference)
        {
            return new(see.Attribute("langword")?.Value ?? see.Attribute("href")?.Value ?? see.Value, true);
        }

        if (see.Value.Length > 0)
        {
            return new(see.Value, false);
        }

        var path = Arguments().Replace(reference[2..], "");
        var dot = path.LastIndexOf('.');
        var name = path[(dot + 1)..];
        return reference[0] switch
        {
            'F' when ConstantAt(path[..dot], name) is { } value => value,
            'P' => new(Capitals().Replace(name, " $0").Trim().ToLowerInvariant(), true),
            _ => new(Generic().Replace(name, ""), true),
        };
    }

    private CommentPiece? ConstantAt(string type, string name) =>
        assembly.GetType(type) is { IsEnum: false } found && found.GetField(name, Any) is { IsLiteral: true } constant
            ? new CommentPiece(Convert.ToString(constant.GetRawConstantValue(), CultureInfo.InvariantCulture) ?? "", constant.FieldType == typeof(string))
            : null;

    private static void Append(List<CommentPiece> pieces, CommentPiece piece)
    {
        if (pieces.Count > 0 && pieces[^1].IsCode == piece.IsCode && !piece.IsCode)
        {
            pieces[^1] = new(Spaces().Replace(pieces[^1].Text + piece.Text, " "), false);
        }
        else
        {
            pieces.Add(piece);
        }
    }

    private static void Trim(List<CommentPiece> pieces, int at, Func<string, string> trim)
    {
        if (at >= 0 && at < pieces.Count)
        {
            pieces[at] = pieces[at] with { Text = trim(pieces[at].Text) };
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\(.*$")]
    private static partial Regex Arguments();

    [GeneratedRegex(@"`+\d+$")]
    private static partial Regex Generic();
}
