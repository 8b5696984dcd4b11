namespace DivideMetrics.Web.Methods;

/// <summary>A piece of a text: words, or a formula, a code or a name of the code.</summary>
/// <param name="Text">What is said.</param>
/// <param name="IsCode">True for what is set as code.</param>
public readonly record struct CommentPiece(string Text, bool IsCode);

/// <summary>What a doc comment says, as text of a page.</summary>
public sealed record CodeComment
{
    /// <summary>What the member is.</summary>
    public required IReadOnlyList<CommentPiece> Summary { get; init; }

    /// <summary>What there is to know beside; empty when nothing is.</summary>
    public required IReadOnlyList<CommentPiece> Remarks { get; init; }

    /// <summary>What comes out, and when nothing does; empty where the comment does not say.</summary>
    public required IReadOnlyList<CommentPiece> Returns { get; init; }

    /// <summary>The parameters by name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<CommentPiece>> Parameters { get; init; }

    /// <summary>Pieces as one text.</summary>
    public static string Plain(IEnumerable<CommentPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));
}
