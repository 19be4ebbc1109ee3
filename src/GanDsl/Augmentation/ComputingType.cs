using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The type to compute in: types of 16 bits would round at every operation.</summary>
internal static class ComputingType
{
    /// <summary>float64 for float64, else float32.</summary>
    public static ScalarType Of(Tensor images) =>
        images.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;
}
