using System.Runtime.CompilerServices;
using System.Text;

namespace DivideMetrics.Sources.Reading;

/// <summary>
/// Reads delimited text by RFC 4180, record by record, and refuses what is damaged with the exact line: delivered files are
/// trusted to be whole, so nothing is repaired silently.
/// </summary>
/// <remarks>
/// Written here because a general reader counts records, not lines, and lets an unclosed quote swallow the rest of a file.
/// </remarks>
/// <param name="text">The text.</param>
/// <param name="file">Name for messages.</param>
/// <param name="delimiter">Between two fields.</param>
/// <param name="allowReplacement">
/// True to take the character U+FFFD for text: providers publish it where they lost one of their own. The text's encoding must then refuse
/// bytes that are none (<see cref="StrictText"/>).
/// </param>
internal sealed class CsvReader(TextReader text, string file, char delimiter = ',', bool allowReplacement = false) : ITable
{
    private const int LongestField = 1 << 20;
    private const int End = -1;

    private readonly char[] _buffer = new char[1 << 15];
    private readonly StringBuilder _field = new();
    private readonly List<string> _fields = [];
    private readonly List<Range> _ranges = [];
    private readonly List<string> _reused = [];
    private bool _inBuffer;
    private int _position;
    private int _length;
    private long _line = 1;

    /// <summary>Fields of the current record as texts; <see cref="Field"/> makes none.</summary>
    public IReadOnlyList<string> Fields => _inBuffer ? Texts() : _fields;

    /// <summary>How many fields the current record has.</summary>
    public int Count => _inBuffer ? _ranges.Count : _fields.Count;

    /// <summary>Line on which the current record starts, counted from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>True when the current record ended with a line break, not with the end of the file.</summary>
    public bool EndedWithBreak { get; private set; }

    /// <summary>True when the current record is an empty line.</summary>
    public bool IsBlank => Count == 1 && Field(0).IsEmpty;

    /// <summary>A field of the current record; good until the next one is read.</summary>
    public ReadOnlySpan<char> Field(int index) => _inBuffer ? _buffer.AsSpan()[_ranges[index]] : _fields[index];

    /// <summary>The text of a field of the current record; the same object where the column said the same before, as most columns do.</summary>
    public string Text(int index) => _inBuffer ? TextOf(index) : _fields[index];

    /// <summary>Opens a stream as UTF-8 (or with the encoding its byte order mark names).</summary>
    public static StreamReader Text(Stream stream) => new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);

    /// <summary>Opens a stream as UTF-8, byte order mark or not; bytes that are no UTF-8 throw when they are read.</summary>
    public static StreamReader StrictText(Stream stream) =>
        new(stream, new UTF8Encoding(true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 1 << 16);

    /// <summary>True when the next record begins with this character.</summary>
    public bool NextIs(char character) => Peek() == character;

    /// <summary>Passes over the rest of the line, whatever stands there.</summary>
    public void SkipLine()
    {
        while (Take() is var next && next is not ('\n' or End))
        {
            if (next == '\r' && Peek() != '\n')
            {
                return;
            }
        }
    }

    /// <summary>Goes to the next record; false at the end.</summary>
    /// <exception cref="SourceException">A quote is not closed or stands where none may, or the bytes are not text.</exception>
    public bool Read()
    {
        _fields.Clear();
        Line = _line;
        if (Peek() == End)
        {
            return false;
        }

        _inBuffer = TryReadInBuffer();
        return _inBuffer || ReadByCharacter();
    }

    /// <summary>
    /// A record without quotes and without anything doubtful, whole in the buffer: most are. Takes nothing of any other, so that every
    /// refusal comes from the one place that looks at each character.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryReadInBuffer()
    {
        _ranges.Clear();
        var text = _buffer.AsSpan(0, _length);
        var start = _position;
        for (var at = start; at < text.Length; at++)
        {
            var next = text[at];
            if (next == delimiter)
            {
                _ranges.Add(start..at);
                start = at + 1;
            }
            else if (next == '\n' || (next == '\r' && at + 1 < text.Length && text[at + 1] == '\n'))
            {
                _ranges.Add(start..at);
                _position = at + (next == '\r' ? 2 : 1);
                _line++;
                EndedWithBreak = true;
                return true;
            }
            else if (next is '"' or '\uFFFD' || (next < ' ' && next != '\t'))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The texts of a record in the buffer; made once, when somebody asks.</summary>
    private List<string> Texts()
    {
        if (_fields.Count == 0)
        {
            for (var index = 0; index < _ranges.Count; index++)
            {
                _fields.Add(TextOf(index));
            }
        }

        return _fields;
    }

    private string TextOf(int index)
    {
        var text = Field(index);
        if (index == _reused.Count)
        {
            _reused.Add(text.ToString());
        }
        else if (!text.SequenceEqual(_reused[index]))
        {
            _reused[index] = text.ToString();
        }

        return _reused[index];
    }

    private bool ReadByCharacter()
    {
        do
        {
            _fields.Add(Peek() == '"' ? Quoted() : Plain());
        }
        while (NextField());
        return true;
    }

    private string Plain()
    {
        _field.Clear();
        while (Peek() is var next && next != End && next != delimiter && next is not ('\r' or '\n'))
        {
            if (next == '"')
            {
                throw new SourceException(
                    file, _line, "A quote stands inside a field that does not begin with one. Quote the whole field and double the quote.");
            }

            Append(Take());
        }

        return _field.ToString();
    }

    private string Quoted()
    {
        var opened = _line;
        _field.Clear();
        Take();
        while (true)
        {
            var next = Take();
            if (next == End)
            {
                throw new SourceException(
                    file, opened, "The quote that opens here is not closed before the end of the file. The file is damaged or cut off.");
            }

            if (next != '"')
            {
                Append(next);
            }
            else if (Peek() == '"')
            {
                Append(Take());
            }
            else
            {
                return _field.ToString();
            }
        }
    }

    private bool NextField()
    {
        var next = Take();
        if (next == delimiter)
        {
            return true;
        }

        if (next == '\r' && Peek() == '\n')
        {
            Take();
        }
        else if (next is not ('\r' or '\n' or End))
        {
            throw new SourceException(
                file, _line, $"Expected '{delimiter}' or the end of the line after a closing quote, found '{(char)next}'.");
        }

        EndedWithBreak = next != End;
        return false;
    }

    private void Append(int character)
    {
        if (_field.Length >= LongestField)
        {
            throw new SourceException(file, Line, $"A field is longer than {LongestField} characters. A quote is probably not closed.");
        }

        _field.Append((char)character);
    }

    private int Take()
    {
        var next = Peek();
        if (next == End)
        {
            return End;
        }

        _position++;
        if ((next == '\uFFFD' && !allowReplacement) || (next < ' ' && next is not ('\t' or '\r' or '\n')))
        {
            throw NoText($"character U+{next:X4}");
        }

        if (next == '\n' || (next == '\r' && Peek() != '\n'))
        {
            _line++;
        }

        return next;
    }

    private int Peek()
    {
        if (_position == _length)
        {
            _position = 0;
            _length = Fill();
        }

        return _length == 0 ? End : _buffer[_position];
    }

    private int Fill()
    {
        try
        {
            return text.Read(_buffer, 0, _buffer.Length);
        }
        catch (DecoderFallbackException failure)
        {
            throw NoText(failure.Message, failure);
        }
    }

    private SourceException NoText(string found, Exception? inner = null) =>
        new(file, _line, $"Expected UTF-8 text, found bytes that are none ({found}). The file is damaged or no text file.", inner);
}
