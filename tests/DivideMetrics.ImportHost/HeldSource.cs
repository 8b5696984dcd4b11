using DivideMetrics.Areas;
using DivideMetrics.Indicators;
using DivideMetrics.Observations;
using DivideMetrics.Seeds;
using DivideMetrics.Sources;

namespace DivideMetrics.ImportHost;

/// <summary>An adapter whose reading stops in the middle of the rows and waits: the moment at which a test ends things.</summary>
public sealed class HeldSource : ISource
{
    /// <summary>Key of the adapter.</summary>
    public const string Key = "held";

    /// <summary>Id of the source in <see cref="Catalog"/>.</summary>
    public const string Id = "HELD";

    /// <summary>Its only series.</summary>
    public const string Code = "S";

    /// <summary>Rows of a whole import.</summary>
    public const int Rows = 2_000;

    /// <summary>A catalog with this source and one indicator.</summary>
    public static Catalog Catalog { get; } = new(
        new AreaCatalog([new Area("AAA", "A-land", AreaKind.Economy, null, null)], [], [], [], []),
        [
            new Indicator
            {
                Id = "held", Title = "Held", Definition = "Held.", Unit = "PT", UnitLabel = "%", Direction = Direction.Up, Community = "context",
                Dimension = "None", Series = [new(Id, Code)], Measures = [],
            },
        ],
        [
            new SourceDefinition
            {
                Id = Id, Title = "Held", Provider = "Test", Adapter = Key, Location = "held", Licence = new("CC0-1.0", "Public domain", null, true),
                Citation = "Test.", Series = [new(Code, "Held", "PT", null, null)],
                Limits = new() { MaxRevisedShare = 1, MaxRevisionSize = double.MaxValue },
            },
        ],
        "held");

    /// <summary>What the provider serves; each length gives other values.</summary>
    public string Content { get; set; } = "";

    /// <summary>Called before the provider is asked.</summary>
    public Action AtFetch { get; set; } = () => { };

    /// <summary>Called in the middle of the rows.</summary>
    public Action AtHalf { get; set; } = () => { };

    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(SourceDefinition source, IRawStore store, CancellationToken cancellationToken)
    {
        AtFetch();
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Content));
        return new([await store.AddAsync("held.txt", "held", "text/plain", bytes, 1_000, cancellationToken)], null);
    }

    /// <inheritdoc/>
    public IEnumerable<Observation> Parse(ParseRequest request)
    {
        for (var row = 0; row < Rows; row++)
        {
            if (row == Rows / 2)
            {
                AtHalf();
            }

            yield return new(new(Code), "AAA", 1 + row, row + Content.Length);
        }
    }
}
