namespace GanDsl;

/// <summary>A tuple or a list of a Python literal.</summary>
/// <param name="Items">Strings, Booleans, integers and tuples.</param>
internal sealed record PythonTuple(IReadOnlyList<object> Items);
