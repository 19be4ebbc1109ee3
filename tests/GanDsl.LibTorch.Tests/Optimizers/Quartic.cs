using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Optimizers;

/// <summary>A loss of three numbers whose gradient aᵢ pᵢ³ - bᵢ differs from step to step.</summary>
internal static class Quartic
{
    public static Parameter Start() => new(tensor(new[] { 0.7, -1.2, 0.3 }));

    public static Tensor Loss(Tensor p)
    {
        var a = tensor(new[] { 1.5, 0.8, -0.6 });
        var b = tensor(new[] { 0.2, -0.5, 0.9 });
        return (a * p.pow(4) / 4 - (b * p)).sum();
    }
}
