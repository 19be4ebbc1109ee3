namespace GanDsl.LibTorch.Tests.Modules;

/// <inheritdoc cref="Beyond"/>
internal sealed class BeyondTheoryAttribute : TheoryAttribute
{
    public BeyondTheoryAttribute(string otherwise) => Skip = Beyond.Skip(otherwise);
}
