using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

/// <summary>Makes float64 the default type, so that what ought to be equal is equal to some 14 digits.</summary>
internal sealed class DoublePrecision : IDisposable
{
    public DoublePrecision() => set_default_dtype(ScalarType.Float64);

    public void Dispose() => set_default_dtype(ScalarType.Float32);
}
