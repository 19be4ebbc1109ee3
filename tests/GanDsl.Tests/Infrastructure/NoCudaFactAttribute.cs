using TorchSharp;

namespace GanDsl.Tests;

/// <summary>A test of what happens where there is no CUDA GPU, skipped where there is one.</summary>
internal sealed class NoCudaFactAttribute : FactAttribute
{
    public NoCudaFactAttribute()
    {
        if (torch.cuda.is_available())
        {
            Skip = "There is a CUDA GPU here.";
        }
    }
}
