namespace GanDsl;

/// <summary>A class or function in Python that a layer calls and PyTorch does not have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">Its source text, from <c>class</c> or <c>def</c> on.</param>
internal sealed record PyTorchDefinition(string Name, string Source);
