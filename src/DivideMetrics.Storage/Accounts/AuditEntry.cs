namespace DivideMetrics.Storage.Accounts;

/// <summary>Who acts.</summary>
/// <param name="Who">Name of the account, or words where nobody is signed in.</param>
/// <param name="Address">Network address that the request came from; null where there is none.</param>
public sealed record Actor(string Who, string? Address)
{
    /// <summary>The program itself.</summary>
    public static Actor Program { get; } = new("(the program)", Address: null);
}

/// <summary>One thing that happened; holds no secret.</summary>
/// <param name="Action">What was done, such as <c>account.role</c>.</param>
/// <param name="Subject">On what it was done.</param>
/// <param name="Before">State before; null where there was none.</param>
/// <param name="After">State after; null where there is none.</param>
public sealed record AuditChange(string Action, string Subject, string? Before = null, string? After = null);

/// <summary>One line of the audit log.</summary>
/// <param name="Id">Grows with time.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who, and from where.</param>
/// <param name="Change">What.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, Actor By, AuditChange Change);
