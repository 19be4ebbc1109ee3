using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The types that both the format safetensors and TorchSharp know.</summary>
internal static class SafeTensorsType
{
    private static readonly IReadOnlyList<(string Name, ScalarType Type, int Bytes)> Types =
    [
        ("F64", ScalarType.Float64, 8),
        ("I64", ScalarType.Int64, 8),
        ("F32", ScalarType.Float32, 4),
        ("I32", ScalarType.Int32, 4),
        ("F16", ScalarType.Float16, 2),
        ("BF16", ScalarType.BFloat16, 2),
        ("I16", ScalarType.Int16, 2),
        ("I8", ScalarType.Int8, 1),
        ("U8", ScalarType.Byte, 1),
        ("BOOL", ScalarType.Bool, 1),
    ];

    /// <summary>The type of a name in a header; null for one that TorchSharp does not have.</summary>
    public static (ScalarType Type, int Bytes)? Of(string name) =>
        Types.FirstOrDefault(type => type.Name == name) is { Name: not null } found ? (found.Type, found.Bytes) : null;

    /// <summary>The name and the size of a type; null for one that the format does not have.</summary>
    public static (string Name, int Bytes)? Of(ScalarType type) =>
        Types.FirstOrDefault(each => each.Type == type) is { Name: not null } found ? (found.Name, found.Bytes) : null;
}
