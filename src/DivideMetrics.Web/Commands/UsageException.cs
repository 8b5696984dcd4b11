namespace DivideMetrics.Web.Commands;

/// <summary>A command was called with options that do not go together. The message says which, and what was expected.</summary>
internal sealed class UsageException(string message) : Exception(message);
