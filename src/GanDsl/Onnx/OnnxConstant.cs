namespace GanDsl;

/// <summary>A few values that belong to an operation rather than to the weights.</summary>
internal sealed class OnnxConstant(OnnxValue value, IReadOnlyList<long> sizes, byte[] bytes)
    : OnnxInitializer(value, sizes)
{
    public override long ByteCount => bytes.Length;

    public override void Write(Stream stream) => stream.Write(bytes);
}
