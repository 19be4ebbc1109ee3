namespace GanDsl.LibTorch.Tests.Conformance;

/// <summary>A fact about the TorchSharp package; skipped, with the reason, where the machine has no such package.</summary>
internal sealed class TorchSharpFactAttribute : FactAttribute
{
    public TorchSharpFactAttribute()
    {
        if (TorchSharpAssembly.Location is null)
        {
            Skip =
                "There is no TorchSharp package to compare with: restore TorchSharp 0.105 or later, "
                + $"or set {TorchSharpAssembly.Variable} to its TorchSharp.dll.";
        }
    }
}
