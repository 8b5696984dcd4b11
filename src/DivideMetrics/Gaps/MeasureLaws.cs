namespace DivideMetrics.Gaps;

/// <summary>
/// Laws that a measure of a group claims to keep. The tests run every claimed law through the engine, for every measure of the registry.
/// </summary>
[Flags]
public enum MeasureLaws
{
    /// <summary>No law is claimed.</summary>
    None = 0,

    /// <summary>Multiplying every value by a positive number changes nothing.</summary>
    ScaleInvariant = 1,

    /// <summary>Multiplying every value by a positive number multiplies the measure by it.</summary>
    ScalesWithValues = 2,

    /// <summary>Counting the population in another unit changes nothing.</summary>
    WeightUnitInvariant = 4,

    /// <summary>A group in which every economy stands twice has the same measure.</summary>
    ReplicationInvariant = 8,

    /// <summary>Names and order of the economies do not count.</summary>
    Symmetric = 16,

    /// <summary>Economies without population do not count.</summary>
    IgnoresWeightless = 32,

    /// <summary>A transfer from the highest to the lowest that does not turn their order never raises the measure (Pigou, Dalton).</summary>
    TransferPrinciple = 64,

    /// <summary>0 when all have the same.</summary>
    ZeroWhenEqual = 128,

    /// <summary>Never below 0.</summary>
    NotNegative = 256,

    /// <summary>Never above 1, never below −1.</summary>
    WithinOne = 512,

    /// <summary>A higher value of one economy never lowers the measure.</summary>
    Monotone = 1024,

    /// <summary>From the least to the greatest value.</summary>
    AmongValues = 2048,

    /// <summary>The laws of every measure of a group in which people count.</summary>
    OfPeople = WeightUnitInvariant | ReplicationInvariant | Symmetric | IgnoresWeightless,

    /// <summary>The laws of relative inequality.</summary>
    Inequality = OfPeople | ScaleInvariant | TransferPrinciple | NotNegative,

    /// <summary>The laws of a mean or quantile.</summary>
    Average = Symmetric | WeightUnitInvariant | ReplicationInvariant | ScalesWithValues | AmongValues,
}
