using TorchSharp;

namespace GanDsl.Tests;

/// <summary>A test with data that needs a CUDA GPU and is skipped where there is none.</summary>
internal sealed class CudaTheoryAttribute : TheoryAttribute
{
    public CudaTheoryAttribute()
    {
        if (!torch.cuda.is_available())
        {
            Skip = "libtorch finds no CUDA GPU here.";
        }
    }
}
