using CsCheck;
using DivideMetrics.Observations;
using DivideMetrics.Revisions;

namespace DivideMetrics.Tests.Revisions;

public sealed class VintageDiffLawsTests
{
    private const double Allowed = 0.005;

    private static readonly SeriesKey[] Series = [new("S"), new("T")];
    private static readonly string[] Areas = ["AAA", "BBB", "CCC"];

    /// <summary>Values some of which lie within the tolerance of one another; null is missing.</summary>
    private static readonly double?[] Values = [1, 1.004, 1.005, 2, null];

    private static Gen<List<Observation>> State { get; } = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2], Gen.Int[2000, 2003], Gen.Int[0, 4], Gen.Bool)
        .Select((series, area, year, value, estimated) => new Observation(
            Series[series], Areas[area], year, Values[value], Values[value] is null ? ObsStatus.O : estimated ? ObsStatus.E : ObsStatus.A))
        .List[0, 20].Select(rows => rows.DistinctBy(Key).ToList());

    [Fact]
    public void Changes_put_on_the_older_state_give_the_newer_and_series_that_are_gone_stay() => Gen.Select(State, State).Sample((old, now) =>
    {
        var difference = Compare(old, now);
        var state = old.ToDictionary(Key);
        foreach (var change in difference.Changes)
        {
            state.Remove((change.Series, change.Area, change.Year));
            if (change.New is { } row)
            {
                state.Add(Key(row), row);
            }
        }

        var gone = difference.Gone.Select(series => series.Series).ToHashSet();
        return state.Values.Where(row => !gone.Contains(row.Series)).ToHashSet().SetEquals(now)
            && state.Values.Where(row => gone.Contains(row.Series)).ToHashSet().SetEquals(old.Where(row => gone.Contains(row.Series)));
    });

    [Fact]
    public void Counts_add_up_to_the_points_of_both_states() => Gen.Select(State, State).Sample((old, now) =>
    {
        var difference = Compare(old, now);
        var counts = difference.Counts;
        return counts.Common + counts.Created == now.Count
            && counts.Common + counts.Withdrawn + difference.Gone.Sum(series => series.Points) == old.Count
            && counts.Changed == difference.Changes.Count
            && difference.Changes.Select(change => change.Series).ToHashSet().SetEquals(difference.Series);
    });

    [Fact]
    public void Kind_of_a_change_says_what_moved() => Gen.Select(State, State).Sample((old, now) =>
        Compare(old, now).Changes.All(change => change.Kind == Naive(change.Old, change.New)));

    [Fact]
    public void State_compared_with_itself_has_no_change() => State.Sample(state => Compare(state, state).Counts == new ChangeCounts(state.Count, 0, 0, 0, 0, 0));

    [Fact]
    public void Tables_with_keys_of_their_own_are_refused() => Assert.Throws<ArgumentException>(
        () => VintageDiff.Compare(ObservationTable.Empty(new()), ObservationTable.Empty(new()), _ => 0));

    private static ChangeKind Naive(Observation? old, Observation? now) => (old, now) switch
    {
        (null, _) => ChangeKind.Create,
        (_, null) => ChangeKind.Withdraw,
        ({ } was, { } becomes) when was.Value == becomes.Value => ChangeKind.UpdateStatus,
        ({ Value: { } was }, { Value: { } becomes }) when Math.Round(Math.Abs(was - becomes), 6) <= Allowed => ChangeKind.UpdatePrecision,
        _ => ChangeKind.UpdateValue,
    };

    private static VintageDiff Compare(List<Observation> old, List<Observation> now)
    {
        var keys = new ObservationKeys();
        return VintageDiff.Compare(Table(old, keys), Table(now, keys), _ => Allowed);
    }

    private static ObservationTable Table(List<Observation> rows, ObservationKeys keys)
    {
        var builder = new ObservationTableBuilder(keys);
        rows.ForEach(row => builder.Add(row));
        return builder.Build();
    }

    private static (SeriesKey Series, string Area, int Year) Key(Observation row) => (row.Series, row.Area, row.Year);
}
