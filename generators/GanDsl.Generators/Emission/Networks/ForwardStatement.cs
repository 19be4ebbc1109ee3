using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>A statement of a forward pass.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Shape">The shape of what it sets; null where it only converts.</param>
/// <param name="Stage">The attribute list that its layer stands in: a blank line separates stages.</param>
internal sealed record ForwardStatement(string Text, Shape? Shape, int Stage);
