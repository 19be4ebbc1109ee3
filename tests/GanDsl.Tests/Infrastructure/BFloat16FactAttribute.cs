namespace GanDsl.Tests;

/// <summary>A test that trains in bfloat16 and is skipped where that is refused.</summary>
internal sealed class BFloat16FactAttribute : FactAttribute
{
    public BFloat16FactAttribute() => Skip = BFloat16.Missing;
}
