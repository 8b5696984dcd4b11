using System.Security;
using System.Text;

namespace DivideMetrics.Web.Components.Charts.Plots;

/// <summary>Writes SVG: elements with attributes in order, everything escaped.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    /// <summary>Opens an element; attributes without a value are left out.</summary>
    public SvgText Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        _text.Append('>');
        return this;
    }

    /// <summary>Closes an element.</summary>
    public SvgText Close(string element)
    {
        _text.Append("</").Append(element).Append('>');
        return this;
    }

    /// <summary>An element with words in it, or without any.</summary>
    public SvgText Element(string element, string? words, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        if (words is null)
        {
            _text.Append("/>");
            return this;
        }

        _text.Append('>').Append(SecurityElement.Escape(words));
        return Close(element);
    }

    /// <summary>What was written elsewhere.</summary>
    public SvgText Raw(string svg)
    {
        _text.Append(svg);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                _text.Append(' ').Append(name).Append("=\"").Append(SecurityElement.Escape(value)).Append('"');
            }
        }
    }
}
