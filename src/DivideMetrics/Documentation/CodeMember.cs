namespace DivideMetrics.Documentation;

/// <summary>
/// A member of the code whose doc comment says how something is computed: a page that tells the method reads it there, so that the words stand once.
/// </summary>
/// <param name="Type">The type; of a generic one its open form.</param>
/// <param name="Name">Method, property or constant of the type; its first overload stands for all. Null for the type itself.</param>
public sealed record CodeMember(Type Type, string? Name = null)
{
    /// <summary>The method that a delegate calls.</summary>
    /// <param name="method">A method group, not a lambda.</param>
    public static CodeMember Of(Delegate method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return new(method.Method.DeclaringType!, method.Method.Name);
    }
}
