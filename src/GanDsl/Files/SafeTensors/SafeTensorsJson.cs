using System.Text;
using System.Text.Json;

namespace GanDsl;

/// <summary>
/// Reads the JSON of a safetensors header piece by piece, so that it takes little memory beyond what it describes, and reads nothing after the
/// first thing that is wrong.
/// </summary>
internal ref struct SafeTensorsJson
{
    private const int MostDimensions = 64;
    private const int MostDepth = 8;

    private readonly List<SafeTensorsEntry> entries = [];
    private readonly Dictionary<string, string> metadata = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private Utf8JsonReader reader;

    private SafeTensorsJson(ReadOnlySpan<byte> json) =>
        reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostDepth });

    /// <summary>The tensors in the order of the header, and what else it says.</summary>
    /// <exception cref="InvalidDataException">It is not what a header has to be; the message is the end of a sentence.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidOperationException">A text is no Unicode.</exception>
    public static (List<SafeTensorsEntry> Entries, Dictionary<string, string> Metadata) Parse(ReadOnlySpan<byte> json)
    {
        var header = new SafeTensorsJson(json);
        header.ReadAll();
        return (header.entries, header.metadata);
    }

    private void ReadAll()
    {
        Read(JsonTokenType.StartObject, "it");
        while (ReadName() is { } name)
        {
            if (!names.Add(name))
            {
                throw Doubled(name);
            }

            if (name == SafeTensorsHeader.MetadataName)
            {
                ReadMetadata();
            }
            else
            {
                entries.Add(ReadEntry(name));
            }
        }

        // Whatever follows is no JSON.
        reader.Read();
    }

    private void ReadMetadata()
    {
        Read(JsonTokenType.StartObject, SafeTensorsHeader.MetadataName);
        while (ReadName() is { } name)
        {
            Read(JsonTokenType.String, MessageText.Of(name));
            if (!metadata.TryAdd(name, reader.GetString()!))
            {
                throw Doubled(name);
            }
        }
    }

    private SafeTensorsEntry ReadEntry(string name)
    {
        var shown = MessageText.Of(name);
        string? type = null;
        long[]? shape = null;
        long[]? offsets = null;
        Read(JsonTokenType.StartObject, shown);
        while (ReadName() is { } member)
        {
            switch (member)
            {
                case "dtype" when type is null:
                    Read(JsonTokenType.String, shown);
                    type = reader.GetString();
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(shown);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(shown);
                    break;
                case "dtype" or "shape" or "data_offsets":
                    throw Doubled(member);
                default:
                    reader.Skip();
                    break;
            }
        }

        return Entry(
            name,
            shown,
            type ?? throw Missing("dtype", shown),
            shape ?? throw Missing("shape", shown),
            offsets ?? throw Missing("data_offsets", shown)
        );
    }

    private long[] ReadNumbers(string tensor)
    {
        var numbers = new List<long>();
        Read(JsonTokenType.StartArray, tensor);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var number) || number < 0)
            {
                throw new InvalidDataException(
                    $"its header has {Found()} where the tensor {tensor} has to state a size"
                );
            }

            if (numbers.Count == MostDimensions)
            {
                throw new InvalidDataException(
                    $"the tensor {tensor} has more dimensions than the {MostDimensions} that torch computes with"
                );
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    /// <summary>The next name of an object; null at its end.</summary>
    private string? ReadName()
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;
    }

    private void Read(JsonTokenType needed, string what)
    {
        reader.Read();
        if (reader.TokenType != needed)
        {
            throw new InvalidDataException($"its header has {Found()} where {what} has to be {NameOf(needed)}");
        }
    }

    /// <summary>A number as it stands there, and the kind of anything else.</summary>
    private readonly string Found() =>
        reader.TokenType == JsonTokenType.Number
            ? MessageText.Of(Encoding.UTF8.GetString(reader.ValueSpan))
            : NameOf(reader.TokenType);

    private static SafeTensorsEntry Entry(string name, string shown, string typeName, long[] shape, long[] offsets)
    {
        if (SafeTensorsType.Of(typeName) is not { } type)
        {
            throw new InvalidDataException(
                $"the tensor {shown} is of the type {MessageText.Of(typeName)}, which TorchSharp does not have"
            );
        }

        if (offsets.Length != 2 || offsets[0] > offsets[1])
        {
            throw new InvalidDataException($"the values of the tensor {shown} do not say where they begin and end");
        }

        var bytes = offsets[1] - offsets[0];
        return BytesOf(shape, type.Bytes) is not { } needed
                ? throw new InvalidDataException(
                    $"the sizes of the tensor {shown}, {typeName} {ShapeText.Of(shape)}, are too great, as it has {bytes} bytes of values, "
                        + "which is not its size"
                )
            : needed != bytes
                ? throw new InvalidDataException(
                    $"the tensor {shown}, {typeName} {ShapeText.Of(shape)}, has {bytes} bytes of values, which is not its size"
                )
            : new(name, type.Type, shape, offsets[0], offsets[1]);
    }

    /// <summary>
    /// The bytes of a tensor; null for more than a number of torch can hold. That counts the other sizes of a tensor without values too, with
    /// which torch computes.
    /// </summary>
    private static long? BytesOf(long[] shape, int bytesOfValue)
    {
        var bytes = (UInt128)bytesOfValue;
        foreach (var size in shape)
        {
            bytes *= (UInt128)Math.Max(size, 1);
            if (bytes > long.MaxValue)
            {
                return null;
            }
        }

        return shape.Contains(0) ? 0 : (long)bytes;
    }

    private static string NameOf(JsonTokenType type) =>
        type switch
        {
            JsonTokenType.StartObject => "Object",
            JsonTokenType.StartArray => "Array",
            _ => $"{type}",
        };

    private static InvalidDataException Doubled(string name) => new($"its header has {MessageText.Of(name)} twice");

    private static InvalidDataException Missing(string member, string tensor) =>
        new($"its header does not state the {member} of the tensor {tensor}");
}
