using DivideMetrics.Observations;

namespace DivideMetrics.Indices;

/// <summary>What a score was computed from, counted while it is gathered: how old, how sure, and of which vintage.</summary>
/// <param name="year">The year that the score speaks of.</param>
/// <param name="expected">How many inputs there could be.</param>
internal sealed class InputTally(int year, int expected)
{
    private readonly int _year = year;
    private int _count;
    private int _carried;
    private int _imputed;
    private int _estimated;
    private int _oldest = year;

    /// <summary>
    /// True when no input is of the year itself, or there is none at all: what was only carried forward is no score of that year.
    /// </summary>
    internal bool Stale => _count == _carried;

    /// <summary>The greatest vintage id among the inputs.</summary>
    internal long Vintage { get; private set; }

    /// <summary>I when an input is imputed or was carried forward from an earlier year, E when one is an estimate, else A.</summary>
    internal ObsStatus Status => _carried + _imputed > 0 ? ObsStatus.I : _estimated > 0 ? ObsStatus.E : ObsStatus.A;

    /// <summary>The counts in words.</summary>
    internal string Remark
    {
        get
        {
            var remark = FormattableString.Invariant($"{_count} of {expected} inputs");
            remark += _carried > 0 ? FormattableString.Invariant($"; {_carried} carried forward from {Years()}") : "";
            return remark + (_imputed + _estimated > 0 ? FormattableString.Invariant($"; {_imputed + _estimated} estimated or imputed") : "");
        }
    }

    internal void Add(Figure figure)
    {
        _count++;
        _carried += figure.Year < _year ? 1 : 0;
        _imputed += figure.Status == ObsStatus.I ? 1 : 0;
        _estimated += figure.Status == ObsStatus.E ? 1 : 0;
        _oldest = Math.Min(_oldest, figure.Year);
        Vintage = Math.Max(Vintage, figure.Vintage);
    }

    private string Years() =>
        _oldest == _year - 1 ? FormattableString.Invariant($"{_oldest}") : FormattableString.Invariant($"{_oldest}–{_year - 1}");
}
