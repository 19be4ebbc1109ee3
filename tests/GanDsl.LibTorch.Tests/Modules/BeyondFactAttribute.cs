namespace GanDsl.LibTorch.Tests.Modules;

/// <inheritdoc cref="Beyond"/>
internal sealed class BeyondFactAttribute : FactAttribute
{
    public BeyondFactAttribute(string otherwise) => Skip = Beyond.Skip(otherwise);
}
