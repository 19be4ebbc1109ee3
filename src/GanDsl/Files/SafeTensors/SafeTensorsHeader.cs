using System.Buffers.Binary;
using System.Text.Json;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>What a file of the format safetensors holds and where.</summary>
/// <param name="Entries">The tensors in the order of their values.</param>
/// <param name="Metadata">What else the file says.</param>
internal sealed record SafeTensorsHeader(
    IReadOnlyList<SafeTensorsEntry> Entries,
    IReadOnlyDictionary<string, string> Metadata
)
{
    private const int BytesOfLength = 8;
    private const int MostBytes = 100_000_000;
    internal const string MetadataName = "__metadata__";

    /// <summary>The header of tensors to be written, those with the widest values first, so that all are aligned.</summary>
    /// <exception cref="GanException">The format has no such tensor.</exception>
    public static SafeTensorsHeader Of(
        IReadOnlyDictionary<string, Tensor> tensors,
        IReadOnlyDictionary<string, string> metadata
    )
    {
        var entries = new List<SafeTensorsEntry>();
        long begin = 0;
        foreach (
            var (name, tensor) in tensors
                .OrderByDescending(each => Described(each.Key, each.Value).Bytes)
                .ThenBy(each => each.Key, StringComparer.Ordinal)
        )
        {
            var end = begin + (tensor.numel() * Described(name, tensor).Bytes);
            entries.Add(new(name, tensor.dtype, tensor.shape, begin, end));
            begin = end;
        }

        return new(entries, metadata);
    }

    /// <summary>Reads a header and leaves the file where the values begin.</summary>
    /// <exception cref="InvalidDataException">The header does not describe this file; the message is the end of a sentence.</exception>
    public static SafeTensorsHeader Read(FileStream file)
    {
        var length = file.Length;
        Span<byte> lengthOfHeader = stackalloc byte[BytesOfLength];
        if (length < BytesOfLength)
        {
            throw new InvalidDataException($"it has {length} bytes, too few for a safetensors file");
        }

        file.ReadExactly(lengthOfHeader);
        var bytes = BinaryPrimitives.ReadUInt64LittleEndian(lengthOfHeader);
        if (lengthOfHeader.StartsWith("PK\x03\x04"u8))
        {
            throw new InvalidDataException(
                "it is a zip archive, as torch.save writes it, and no safetensors file; LoadPyTorch of the package GanDsl.PyTorch reads those"
            );
        }

        if (bytes > MostBytes)
        {
            throw new InvalidDataException(
                $"its header would have {bytes} bytes, more than the {MostBytes} of the format; it is no safetensors file"
            );
        }

        if ((long)bytes > length - BytesOfLength)
        {
            throw new InvalidDataException(
                $"its header would have {bytes} bytes, but the file ends after {length - BytesOfLength}; it is damaged or no safetensors file"
            );
        }

        var header = new byte[bytes];
        file.ReadExactly(header);
        return Parse(header, length - BytesOfLength - header.Length);
    }

    /// <summary>Writes the header with its length, padded to a multiple of eight bytes.</summary>
    public void Write(Stream stream)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (Metadata.Count > 0)
            {
                json.WriteStartObject(MetadataName);
                foreach (var (name, value) in Metadata.OrderBy(each => each.Key, StringComparer.Ordinal))
                {
                    json.WriteString(name, value);
                }

                json.WriteEndObject();
            }

            foreach (var entry in Entries)
            {
                WriteEntry(json, entry);
            }

            json.WriteEndObject();
        }

        while (buffer.Length % BytesOfLength != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        if (buffer.Length > MostBytes)
        {
            throw new GanException($"The header would have {buffer.Length} bytes, but the format allows {MostBytes}.");
        }

        Span<byte> length = stackalloc byte[BytesOfLength];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)buffer.Length);
        stream.Write(length);
        buffer.WriteTo(stream);
    }

    private static (string Name, int Bytes) Described(string name, Tensor tensor)
    {
        if (name == MetadataName)
        {
            throw new GanException(
                $"A tensor cannot be called {MetadataName} in a safetensors file; choose another name."
            );
        }

        return SafeTensorsType.Of(tensor.dtype)
            ?? throw new GanException(
                $"The tensor {name} is {tensor.dtype}, which a safetensors file cannot hold; convert it first."
            );
    }

    private static void WriteEntry(Utf8JsonWriter json, SafeTensorsEntry entry)
    {
        json.WriteStartObject(entry.Name);
        json.WriteString("dtype", SafeTensorsType.Of(entry.Type)!.Value.Name);
        json.WriteStartArray("shape");
        foreach (var size in entry.Shape)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(entry.Begin);
        json.WriteNumberValue(entry.End);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static SafeTensorsHeader Parse(byte[] header, long bytesOfValues)
    {
        try
        {
            var content = SafeTensorsJson.Parse(header);
            var inOrder = content.Entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End).ToList();
            RequireNoGaps(inOrder, bytesOfValues);
            return new(inOrder, content.Metadata);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException(
                $"its header is no such JSON as it has to be ({MessageText.FirstSentenceOf(exception.Message)})",
                exception
            );
        }
    }

    /// <summary>Values follow one another without a hole or an overlap, and the last ones end the file.</summary>
    private static void RequireNoGaps(List<SafeTensorsEntry> inOrder, long bytesOfValues)
    {
        long end = 0;
        foreach (var entry in inOrder)
        {
            if (entry.Begin != end)
            {
                throw new InvalidDataException(
                    $"the values of the tensor {MessageText.Of(entry.Name)} begin at byte {entry.Begin}, but those before it end at byte {end}"
                );
            }

            end = entry.End;
        }

        if (end != bytesOfValues)
        {
            throw new InvalidDataException(
                $"its header describes {end} bytes of values, but the file has {bytesOfValues}; it is damaged, or was not written to its end"
            );
        }
    }
}
