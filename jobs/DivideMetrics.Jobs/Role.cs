namespace DivideMetrics.Jobs;

/// <summary>What a node of the product does: one program, any number of nodes over one PostgreSQL.</summary>
public enum Role
{
    /// <summary>Serves pages and runs jobs.</summary>
    All,

    /// <summary>Serves pages; may put jobs into the queue.</summary>
    Web,

    /// <summary>Runs jobs.</summary>
    Worker,
}
