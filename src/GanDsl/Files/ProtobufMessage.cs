using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace GanDsl;

/// <summary>Encodes a message of Protocol Buffers field by field; a field of the default value is written where it is asked for.</summary>
internal sealed class ProtobufMessage
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;

    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <summary>The message so far.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.WrittenSpan;

    /// <summary>A field of one of the types int32, int64 and enum.</summary>
    public ProtobufMessage Integer(int field, long value)
    {
        Key(field, Varint);
        WriteVarint(unchecked((ulong)value));
        return this;
    }

    /// <summary>A field of the type double.</summary>
    public ProtobufMessage Double(int field, double value)
    {
        Key(field, Fixed64);
        BinaryPrimitives.WriteDoubleLittleEndian(buffer.GetSpan(sizeof(double)), value);
        buffer.Advance(sizeof(double));
        return this;
    }

    /// <summary>A field of the type float.</summary>
    public ProtobufMessage Float(int field, float value)
    {
        Key(field, Fixed32);
        BinaryPrimitives.WriteSingleLittleEndian(buffer.GetSpan(sizeof(float)), value);
        buffer.Advance(sizeof(float));
        return this;
    }

    /// <summary>A field of the type bytes, or a message that is encoded already.</summary>
    public ProtobufMessage Block(int field, ReadOnlySpan<byte> value)
    {
        Key(field, LengthDelimited);
        WriteVarint((ulong)value.Length);
        buffer.Write(value);
        return this;
    }

    /// <summary>The beginning of a field whose bytes are written behind the message.</summary>
    public ProtobufMessage Opening(int field, long length)
    {
        Key(field, LengthDelimited);
        WriteVarint((ulong)length);
        return this;
    }

    /// <summary>A field of the type string.</summary>
    public ProtobufMessage Text(int field, string value) => Block(field, Encoding.UTF8.GetBytes(value));

    /// <summary>A field that is a message itself.</summary>
    public ProtobufMessage Message(int field, ProtobufMessage value) => Block(field, value.Bytes);

    private void Key(int field, int wireType) => WriteVarint((ulong)((field << 3) | wireType));

    // Seven bits a byte, the lowest first; the high bit says that more follow.
    private void WriteVarint(ulong value)
    {
        var bytes = buffer.GetSpan(10);
        var count = 0;
        for (; value > 0x7F; value >>= 7)
        {
            bytes[count++] = (byte)(value | 0x80);
        }

        bytes[count++] = (byte)value;
        buffer.Advance(count);
    }
}
