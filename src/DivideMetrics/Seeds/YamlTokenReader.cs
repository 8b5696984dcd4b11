using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using JsonToken = Newtonsoft.Json.JsonToken;

namespace DivideMetrics.Seeds;

/// <summary>
/// Reads one YAML document as JSON tokens that keep their YAML lines, so that whatever is wrong with a value can be told with its line.
/// Plain scalars follow YAML's core schema; anchors, aliases, tags and duplicate keys are refused.
/// </summary>
internal sealed partial class YamlTokenReader(IParser parser) : JsonReader, IJsonLineInfo
{
    private readonly Stack<Level> _levels = new();

    /// <inheritdoc/>
    public int LineNumber { get; private set; }

    /// <inheritdoc/>
    public int LinePosition { get; private set; }

    /// <inheritdoc/>
    public bool HasLineInfo() => LineNumber > 0;

    /// <inheritdoc/>
    /// <exception cref="YamlException">The text is not YAML, or uses what seeds do not use.</exception>
    public override bool Read()
    {
        while (MoveNext())
        {
            var current = parser.Current!;
            LineNumber = (int)current.Start.Line;
            LinePosition = (int)current.Start.Column;
            if (Take(current))
            {
                return true;
            }
        }

        SetToken(JsonToken.None);
        return false;
    }

    /// <summary>The parser throws this instead of a YamlException on some broken texts (18.1.0, plain scalars inside brackets).</summary>
    private bool MoveNext()
    {
        try
        {
            return parser.MoveNext();
        }
        catch (InvalidOperationException exception)
        {
            var mark = parser.Current?.End ?? new Mark(0, 1, 1);
            throw new YamlException(mark, mark, "the text breaks off after this; check brackets, quotes and indents", exception);
        }
    }

    private bool Take(ParsingEvent current)
    {
        switch (current)
        {
            case Scalar scalar when IsKey():
                SetToken(JsonToken.PropertyName, Key(scalar));
                return true;
            case Scalar scalar:
                TakeScalar(scalar);
                return true;
            case MappingStart start:
                Open(start, JsonToken.StartObject, new Level([]));
                return true;
            case SequenceStart start:
                Open(start, JsonToken.StartArray, new Level(null));
                return true;
            case MappingEnd:
                Close(JsonToken.EndObject);
                return true;
            case SequenceEnd:
                Close(JsonToken.EndArray);
                return true;
            case AnchorAlias:
                throw Refused(current, "aliases (*name) are not used in seeds; write the value out");
            default:
                return false;
        }
    }

    private bool IsKey() => _levels.TryPeek(out var level) && level is { Keys: not null, ExpectsValue: false };

    private string Key(Scalar scalar)
    {
        var level = _levels.Peek();
        if (!level.Keys!.Add(scalar.Value))
        {
            throw Refused(scalar, $"the key '{scalar.Value}' stands twice");
        }

        level.ExpectsValue = true;
        return scalar.Value;
    }

    private void Open(NodeEvent start, JsonToken token, Level level)
    {
        Check(start);
        if (IsKey())
        {
            throw Refused(start, "a key must be text");
        }

        ValueTaken();
        _levels.Push(level);
        SetToken(token);
    }

    private void Close(JsonToken token)
    {
        _levels.Pop();
        SetToken(token);
    }

    private void TakeScalar(Scalar scalar)
    {
        Check(scalar);
        ValueTaken();
        if (scalar.Style != ScalarStyle.Plain)
        {
            SetToken(JsonToken.String, scalar.Value);
            return;
        }

        switch (scalar.Value)
        {
            case "" or "~" or "null":
                SetToken(JsonToken.Null);
                break;
            case "true" or "false":
                SetToken(JsonToken.Boolean, scalar.Value == "true");
                break;
            case var text when Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                SetToken(JsonToken.Integer, whole);
                break;
            case var text when Real().IsMatch(text) && double.TryParse(text, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real):
                SetToken(JsonToken.Float, real);
                break;
            default:
                SetToken(JsonToken.String, scalar.Value);
                break;
        }
    }

    private void ValueTaken()
    {
        if (_levels.TryPeek(out var level))
        {
            level.ExpectsValue = false;
        }
    }

    private static void Check(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
        {
            throw Refused(node, "anchors (&name) and tags (!name) are not used in seeds; write the value out");
        }
    }

    private static YamlException Refused(ParsingEvent at, string reason) => new(at.Start, at.End, reason);

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Real();

    /// <summary>A mapping (with its keys so far) or a sequence (without).</summary>
    private sealed class Level(HashSet<string>? keys)
    {
        public HashSet<string>? Keys { get; } = keys;

        public bool ExpectsValue { get; set; }
    }
}
