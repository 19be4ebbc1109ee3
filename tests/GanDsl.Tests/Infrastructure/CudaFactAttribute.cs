using TorchSharp;

namespace GanDsl.Tests;

/// <summary>A test that needs a CUDA GPU and is skipped where there is none.</summary>
internal sealed class CudaFactAttribute : FactAttribute
{
    public CudaFactAttribute()
    {
        if (!torch.cuda.is_available())
        {
            Skip = "libtorch finds no CUDA GPU here.";
        }
    }
}
