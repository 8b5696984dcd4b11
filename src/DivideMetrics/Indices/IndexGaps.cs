using DivideMetrics.Gaps;
using DivideMetrics.Observations;
using DivideMetrics.Statistics;

namespace DivideMetrics.Indices;

/// <summary>Writes down what is known of the scores of one composite.</summary>
internal sealed class IndexGaps(string indicator, CompositeKind kind)
{
    /// <summary>One text for each part, however many economies have it.</summary>
    private readonly Dictionary<string, (string Part, string Loss)> _ids = new(StringComparer.Ordinal);

    /// <summary>
    /// The score of a row, what the kind adds to it, and its parts. Communities and dimensions stand for themselves where the whole has no score;
    /// single indicators do not.
    /// </summary>
    internal IEnumerable<Gap> Of(IndexRow row)
    {
        yield return ScoreOf(row);
        foreach (var (measure, found) in row.Further)
        {
            yield return GapOf(row, measure, found);
        }

        var scored = row.Tree.Score.Value is not null;
        foreach (var part in Decomposition.Of(row.Tree, kind.Greatest).Where(part => scored || part.Node.Parts.Count > 0))
        {
            var (id, loss) = IdsOf(part.Path);
            if (part.Node.Parts.Count > 0 || part.Node.Score.Value is not null)
            {
                yield return GapOf(row, id, part.Node.Score);
            }

            if (part.Loss is { } points)
            {
                yield return GapOf(row, loss, Assessed.Of(points));
            }
        }
    }

    private Gap ScoreOf(IndexRow row)
    {
        var score = row.Tree.Score;
        string?[] remarks = [score.Reason, score.Value is null ? null : row.Tally.Remark, kind.Assumption];
        return GapOf(row, IndexMeasures.Score.Id, score with
        {
            Lower = row.Interval?.Lower,
            Upper = row.Interval?.Upper,
            Category = score.Value is { } value ? kind.ClassOf?.Invoke(value) : null,
            Reason = string.Join("; ", remarks.Where(remark => remark is not null)),
        });
    }

    private Gap GapOf(IndexRow row, string measure, Assessed found) =>
        new(measure, indicator, row.Area, Sex.Total, row.Year, found.Value, found.Lower, found.Upper, found.Category, found.Reason);

    private (string Part, string Loss) IdsOf(string path)
    {
        if (!_ids.TryGetValue(path, out var ids))
        {
            _ids[path] = ids = (IndexMeasures.IdOf(IndexMeasures.Part, path), IndexMeasures.IdOf(IndexMeasures.Loss, path));
        }

        return ids;
    }
}
