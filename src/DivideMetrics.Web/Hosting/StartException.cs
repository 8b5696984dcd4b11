namespace DivideMetrics.Web.Hosting;

/// <summary>The program cannot start as it is set up. The message says what was expected, what was found, and what to do.</summary>
internal sealed class StartException(string message, Exception? inner = null) : Exception(message, inner);
