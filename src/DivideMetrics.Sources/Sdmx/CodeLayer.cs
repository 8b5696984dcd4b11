namespace DivideMetrics.Sources.Sdmx;

/// <summary>The codes at one level of a message, by number of their component.</summary>
internal sealed class CodeLayer
{
    private string?[] _codes = [];

    /// <summary>The codes; overwritten when the layer is.</summary>
    public string?[] Codes => _codes;

    /// <summary>Sets a code.</summary>
    public void Set(int component, string? code)
    {
        if (component >= _codes.Length)
        {
            Array.Resize(ref _codes, component + 1);
        }

        _codes[component] = code;
    }

    /// <summary>Forgets all codes.</summary>
    public void Clear() => Array.Clear(_codes);

    /// <summary>Has the codes of the level above and no others.</summary>
    public void Become(CodeLayer outer)
    {
        if (_codes.Length < outer._codes.Length)
        {
            Array.Resize(ref _codes, outer._codes.Length);
        }

        Array.Clear(_codes);
        outer._codes.CopyTo(_codes, 0);
    }
}
