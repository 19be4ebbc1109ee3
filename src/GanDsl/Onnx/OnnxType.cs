namespace GanDsl;

/// <summary>The type of the elements of a tensor, with its number in ONNX.</summary>
public enum OnnxType
{
    /// <summary>32-bit floating point.</summary>
    Float32 = 1,

    /// <summary>64-bit integers.</summary>
    Int64 = 7,

    /// <summary>True and false.</summary>
    Bool = 9,

    /// <summary>16-bit floating point.</summary>
    Float16 = 10,
}
