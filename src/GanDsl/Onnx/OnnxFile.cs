namespace GanDsl;

/// <summary>A graph as a ModelProto; the values of its weights are written one after another, and never stand in memory together.</summary>
internal sealed class OnnxFile
{
    /// <summary>The operations that graphs use are those of this set: 18 has LayerNormalization, and reductions whose axes are inputs.</summary>
    public const int Opset = 18;

    /// <summary>The version of the format that came with it (ONNX 1.13).</summary>
    public const int IrVersion = 8;

    /// <summary>What a message of Protocol Buffers can hold, less what stands around the weights.</summary>
    private const long MostBytes = int.MaxValue - (16L << 20);

    private const long LeastExternal = 1024;
    private const long Page = 4096;

    /// <summary>What Windows maps files by; worth it for large tensors alone.</summary>
    private const long Granularity = 65536;

    private const int NodeField = 1;
    private const int InitializerField = 5;
    private const int GraphField = 7;
    private const int ValuesField = 9;

    private readonly OnnxGraph graph;
    private readonly string name;
    private readonly IReadOnlyDictionary<string, string> metadata;

    public OnnxFile(OnnxGraph graph, string name, IReadOnlyDictionary<string, string> metadata) =>
        (this.graph, this.name, this.metadata) = (graph, name, metadata);

    /// <summary>Writes the file; one that exists is replaced once the new one is complete.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isExternal">Whether weights stand in a file of their own, as they do where they are too many for one message.</param>
    /// <returns>The file of the weights; null where there is none.</returns>
    public string? Write(string path, bool isExternal)
    {
        var data = path + ".data";
        var offsets = isExternal || graph.Initializers.Sum(each => each.ByteCount) > MostBytes ? Offsets() : [];
        var heads = graph.Initializers.Select(each => Head(each, offsets, Path.GetFileName(data))).ToList();
        FileReplacement.Write(
            path,
            stream =>
            {
                // The weights first, so that no model stands there without them.
                if (offsets.Count > 0)
                {
                    FileReplacement.Write(data, weights => WriteExternal(weights, offsets));
                }

                WriteModel(stream, heads, offsets);
            }
        );
        return offsets.Count > 0 ? data : null;
    }

    private Dictionary<OnnxInitializer, long> Offsets()
    {
        var offsets = new Dictionary<OnnxInitializer, long>();
        long end = 0;
        foreach (var initializer in graph.Initializers.Where(each => each.ByteCount >= LeastExternal))
        {
            var alignment = initializer.ByteCount >= 1 << 20 ? Granularity : Page;
            var offset = (end + alignment - 1) / alignment * alignment;
            offsets.Add(initializer, offset);
            end = offset + initializer.ByteCount;
        }

        return offsets;
    }

    /// <summary>A TensorProto without its values, or wholly where these stand elsewhere.</summary>
    private static ProtobufMessage Head(
        OnnxInitializer initializer,
        Dictionary<OnnxInitializer, long> offsets,
        string location
    )
    {
        var head = initializer.Head();
        if (!offsets.TryGetValue(initializer, out var offset))
        {
            return head;
        }

        return head.Message(13, Property("location", location))
            .Message(13, Property("offset", CodeText.Of(offset)))
            .Message(13, Property("length", CodeText.Of(initializer.ByteCount)))
            .Integer(14, 1);
    }

    private void WriteModel(
        Stream stream,
        IReadOnlyList<ProtobufMessage> heads,
        Dictionary<OnnxInitializer, long> offsets
    )
    {
        var beforeWeights = GraphWithoutWeights();
        var parts = graph
            .Initializers.Zip(heads)
            .Select(each => new OnnxTensorPart(
                each.Second,
                offsets.ContainsKey(each.First) ? null : each.First,
                InitializerField,
                ValuesField
            ))
            .ToList();
        stream.Write(
            ModelWithoutGraph().Opening(GraphField, beforeWeights.Bytes.Length + parts.Sum(part => part.Length)).Bytes
        );
        stream.Write(beforeWeights.Bytes);
        foreach (var part in parts)
        {
            part.Write(stream);
        }
    }

    private static void WriteExternal(Stream stream, Dictionary<OnnxInitializer, long> offsets)
    {
        long end = 0;
        foreach (var (initializer, offset) in offsets)
        {
            stream.Write(new byte[offset - end]);
            initializer.Write(stream);
            end = offset + initializer.ByteCount;
        }
    }

    private ProtobufMessage ModelWithoutGraph()
    {
        var model = new ProtobufMessage()
            .Integer(1, IrVersion)
            .Text(2, nameof(GanDsl))
            .Text(3, metadata[OnnxMetadata.GanDslVersion])
            .Message(8, new ProtobufMessage().Text(1, "").Integer(2, Opset));
        foreach (var (key, value) in metadata)
        {
            model.Message(14, Property(key, value));
        }

        return model;
    }

    private ProtobufMessage GraphWithoutWeights()
    {
        var message = new ProtobufMessage();
        foreach (var node in graph.Nodes)
        {
            message.Message(NodeField, node.Message());
        }

        message.Text(2, name);
        foreach (var input in graph.Inputs)
        {
            message.Message(11, input.Message());
        }

        foreach (var output in graph.Outputs)
        {
            message.Message(12, output.Message());
        }

        return message;
    }

    private static ProtobufMessage Property(string key, string value) =>
        new ProtobufMessage().Text(1, key).Text(2, value);
}
