using System.CommandLine;

namespace GanDsl.CommandLine;

/// <summary>An option of a program's own; <see cref="TrainingRun"/> holds what was typed for it.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
public sealed class ProgramOption<T>
{
    internal ProgramOption(Option<T> typed) => Typed = typed;

    /// <summary>As it is typed, such as <c>--limit</c>.</summary>
    public string Name => Typed.Name;

    internal Option<T> Typed { get; }
}
