using DivideMetrics.Observations;
using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>The gap index of every economy and year, with its spread and rank. Lives for one computation.</summary>
internal sealed class GapIndexRows
{
    private readonly CompositeContext _context;
    private readonly GapIndexFramework _framework;
    private readonly IReadOnlyList<GapIndexDraw> _draws;

    internal GapIndexRows(CompositeContext context)
    {
        _context = context;
        _framework = GapIndexFramework.Of(context.Indicators, context.Observed);
        _draws = GapIndexDraw.Make(_framework, context.Draws);
    }

    /// <summary>A row for each economy and year with at least one value of the year itself.</summary>
    internal IEnumerable<IndexRow> All()
    {
        var years = new IReadOnlyList<IndexRow>[_context.Years.Count];
        Parallel.For(0, years.Length, new ParallelOptions { MaxDegreeOfParallelism = _context.Draws.Threads }, i => years[i] = Year(_context.Years[i]));
        return years.SelectMany(rows => rows);
    }

    private List<IndexRow> Year(int year)
    {
        var figures = new Figure?[_context.Economies.Count * _framework.Indicators.Count];
        var rows = new IndexRow?[_context.Economies.Count];
        for (var economy = 0; economy < rows.Length; economy++)
        {
            rows[economy] = Row(economy, year, figures.AsSpan(economy * _framework.Indicators.Count, _framework.Indicators.Count));
        }

        Spread(rows, figures);
        return rows.OfType<IndexRow>().ToList();
    }

    /// <summary>The row of one economy, null when it has no value of the year itself; its figures are written down.</summary>
    private IndexRow? Row(int economy, int year, Span<Figure?> figures)
    {
        var (area, tally) = (_context.Economies[economy], new InputTally(year, _framework.Indicators.Count));
        var scores = new Assessed[figures.Length];
        for (var i = 0; i < figures.Length; i++)
        {
            var indicator = _framework.Indicators[i];
            scores[i] = Assessed.Not("no value");
            if (_context.Latest(indicator.Id, area, year, GapIndex.OldestValue) is { } figure)
            {
                figures[i] = figure;
                tally.Add(figure);
                scores[i] = Assessed.Of(GoalpostScore.Of(figure.Value!.Value, indicator.Goalposts!), AgeOf(figure, year));
            }
        }

        return tally.Stale ? null : new(area, year, GapIndex.Of(_framework, scores), tally);
    }

    private static string? AgeOf(Figure figure, int year) => figure.Year < year ? FormattableString.Invariant($"value of {figure.Year}") : null;

    /// <summary>Adds rank, and interval where there are draws, to the rows that have a score.</summary>
    private void Spread(IndexRow?[] rows, Figure?[] figures)
    {
        int[] scored = [.. Enumerable.Range(0, rows.Length).Where(economy => rows[economy]?.Tree.Score.Value is not null)];
        var ranks = GapIndexUncertainty.Ranks([.. scored.Select(economy => rows[economy]!.Tree.Score.Value!.Value)]);
        var spread = scored.Length == 0 || _draws.Count == 0
            ? null
            : GapIndexUncertainty.Of(GapIndexFrame.Of(_framework, figures, _context.IncomeGroups, scored), _draws, _context.Draws.Threads);
        for (var i = 0; i < scored.Length; i++)
        {
            rows[scored[i]] = spread is null ? Ranked(rows[scored[i]]!, ranks[i]) : Drawn(rows[scored[i]]!, ranks[i], spread[i]);
        }
    }

    private static IndexRow Ranked(IndexRow row, double rank) => row with { Further = [(IndexMeasures.Rank.Id, Assessed.Of(rank))] };

    private static IndexRow Drawn(IndexRow row, double rank, GapIndexSpread spread) => row with
    {
        Interval = (spread.Score.Lower, spread.Score.Upper),
        Further =
        [
            (IndexMeasures.ScoreMedian.Id, Within(spread.Score, spread.Score.Median)),
            (IndexMeasures.Rank.Id, Within(Outward(spread.Rank), rank)),
            (IndexMeasures.RankMedian.Id, Within(Outward(spread.Rank), spread.Rank.Median)),
        ],
    };

    /// <summary>There is no place between two ranks, so the ends of the interval are the next whole ones outside.</summary>
    private static Percentiles Outward(Percentiles ranks) => ranks with { Lower = Math.Floor(ranks.Lower), Upper = Math.Ceiling(ranks.Upper) };

    private static Assessed Within(Percentiles spread, double value) => Assessed.Of(value) with { Lower = spread.Lower, Upper = spread.Upper };
}
