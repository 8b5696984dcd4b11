using DivideMetrics.Sources.Dimensions;

namespace DivideMetrics.Sources.Sdmx;

/// <summary>
/// The messages in the footer of SDMX-ML, or of an error message. Eurostat says there, with HTTP 200 and code 413, that the data are being
/// written to a file; others that they were cut off at a limit (510).
/// </summary>
internal sealed class SdmxMlMessages
{
    private const int Longest = 500;

    private string _code = "";
    private string _text = "";
    private bool _isGrave;

    /// <summary>True after the first message.</summary>
    public bool Any { get; private set; }

    /// <summary>Takes the code and severity of the next message.</summary>
    public void Begin(string? code, string? severity)
    {
        Any = true;
        _isGrave |= severity is "Error" || code is "413" or "500" or "503" or "510";
        _code = _code.Length == 0 ? code ?? "" : _code;
    }

    /// <summary>Takes a part of its text.</summary>
    public void Add(string text)
    {
        if (_text.Length < Longest)
        {
            _text = (_text.Length == 0 ? text : _text + " " + text).Trim();
        }
    }

    /// <summary>After the last row: a failure when the data are not all there, else a note.</summary>
    /// <exception cref="SourceException">The messages say so, or there are no rows.</exception>
    public void End(CubeFile cube, long rows)
    {
        var shown = $"{_code} {(_text.Length > Longest ? _text[..Longest] + "…" : _text)}".Trim();
        if (Any && (_isGrave || rows == 0))
        {
            throw new SourceException(FormattableString.Invariant(
                $"{cube.File.Name} ({cube.File.Uri}): expected data, found {rows} rows and the provider's message: {shown}. ")
                + "Ask for a smaller part, or later.")
            {
                Transient = _code is "413" or "500" or "503",
            };
        }

        if (Any)
        {
            cube.Notes(new("provider-note", $"The provider says: {shown}"));
        }
        else if (rows == 0)
        {
            cube.Notes(new("empty-dataset", "The message has no observations: the provider has no data for what was asked."));
        }
    }
}
