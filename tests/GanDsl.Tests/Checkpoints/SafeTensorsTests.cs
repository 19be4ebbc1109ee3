using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Checkpoints;

/// <summary>The file format: against bytes written out by hand, and against files that lie.</summary>
public sealed class SafeTensorsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_of_torch_save_is_refused_with_what_reads_it()
    {
        System.IO.File.WriteAllBytes(folder["g.pt"], [.. "PK\x03\x04"u8, .. new byte[60]]);

        var refusal = Assert.Throws<GanException>(() => SafeTensors.Read(folder["g.pt"]));

        Assert.Contains("LoadPyTorch of the package GanDsl.PyTorch", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_what_the_format_says()
    {
        using var weight = tensor(new float[] { 1, -2 }).reshape(2, 1);
        using var steps = tensor(3L);

        SafeTensors.Write(
            folder["a.safetensors"],
            new Dictionary<string, Tensor> { ["weight"] = weight, ["steps"] = steps },
            new Dictionary<string, string> { ["format"] = "pt" }
        );

        const string header =
            """{"__metadata__":{"format":"pt"},"steps":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"""
            + "\"weight\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[8,16]}}";
        Assert.Equal(
            File(
                header.PadRight((header.Length + 7) / 8 * 8),
                [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0]
            ),
            System.IO.File.ReadAllBytes(folder["a.safetensors"])
        );
    }

    [Fact]
    public void Every_type_and_shape_comes_back_with_its_bits()
    {
        using var scope = NewDisposeScope();
        var written = new Dictionary<string, Tensor>
        {
            ["halves"] = randn(5).to(float16),
            ["short"] = randn(3, 2).to(bfloat16),
            ["double"] = randn([2, 2], ScalarType.Float64),
            ["transposed"] = randn(3, 4).t(),
            ["part of another"] = randn(10).narrow(0, 4, 3),
            ["nothing"] = zeros(0, 3),
            ["a number"] = tensor(1.5f),
            ["not a number"] = full(2, float.NaN),
            ["int"] = tensor(new[] { int.MinValue, 7 }),
            ["bytes"] = tensor(new byte[] { 0, 255 }),
            ["signed bytes"] = tensor(new sbyte[] { -128, 5 }),
            ["int16"] = tensor(new short[] { -5 }),
            ["truth"] = tensor(new[] { true, false, true }),
            ["learns \"ü\""] = new TorchSharp.Modules.Parameter(randn(2)),
        };

        SafeTensors.Write(folder["a"], written);
        using var read = SafeTensors.Read(folder["a"]);

        Assert.Empty(read.Metadata);
        Assert.Equal(written.Keys.Order(), read.Tensors.Keys.Order());
        foreach (var (name, tensor) in written)
        {
            Assert.Equal(tensor.dtype, read.Tensors[name].dtype);
            Assert.Equal(tensor.shape, read.Tensors[name].shape);
            Assert.Equal(
                tensor.detach().contiguous().bytes.ToArray(),
                tensor.numel() == 0 ? [] : read.Tensors[name].bytes.ToArray()
            );
        }
    }

    /// <summary>Whoever maps the file into memory can read each tensor where it lies.</summary>
    [Fact]
    public void Values_begin_at_a_multiple_of_their_size()
    {
        using var scope = NewDisposeScope();
        ScalarType[] types =
        [
            ScalarType.Byte,
            ScalarType.Float64,
            ScalarType.Float16,
            ScalarType.Int64,
            ScalarType.Float32,
            ScalarType.Bool,
            ScalarType.Int16,
        ];
        SafeTensors.Write(
            folder["a"],
            types
                .Select((type, i) => (Name: $"{i}", Tensor: ones([3], type)))
                .ToDictionary(each => each.Name, each => each.Tensor)
        );

        var bytes = System.IO.File.ReadAllBytes(folder["a"]);
        var header = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        using var json = JsonDocument.Parse(bytes.AsMemory(8, header - 8));
        Assert.All(
            json.RootElement.EnumerateObject(),
            entry =>
            {
                var begin = header + entry.Value.GetProperty("data_offsets")[0].GetInt32();
                Assert.Equal(0, begin % types[int.Parse(entry.Name, CultureInfo.InvariantCulture)].ElementSize());
            }
        );
    }

    public static TheoryData<string, byte[], string> Lies =>
        new()
        {
            { "", [], "its header has 1 where it has to be Object" },
            { "{}", [0], "its header describes 0 bytes of values, but the file has 1" },
            { Header("F32", "[2]", 0, 8), [1, 2, 3, 4], "its header describes 8 bytes of values, but the file has 4" },
            {
                Header("F32", "[2]", 0, 4),
                [1, 2, 3, 4],
                "the tensor w, F32 [2], has 4 bytes of values, which is not its size"
            },
            {
                Header("F32", "[1]", 4, 8),
                [1, 2, 3, 4, 5, 6, 7, 8],
                "begin at byte 4, but those before it end at byte 0"
            },
            { Header("F32", "[1]", 4, 0), [1, 2, 3, 4], "do not say where they begin and end" },
            { Header("F32", "[-1]", 0, 4), [1, 2, 3, 4], "has -1 where the tensor w has to state a size" },
            { Header("F32", "[1.5]", 0, 4), [1, 2, 3, 4], "has 1.5 where the tensor w has to state a size" },
            {
                Header("F32", "[4294967296,4294967296,4294967296]", 0, 4),
                [1, 2, 3, 4],
                "has 4 bytes of values, which is not its size"
            },
            { Header("F8_E4M3", "[4]", 0, 4), [1, 2, 3, 4], "is of the type F8_E4M3, which TorchSharp does not have" },
            {
                """{"w":{"dtype":"F32","shape":[1]}}""",
                [1, 2, 3, 4],
                "does not state the data_offsets of the tensor w"
            },
            { """{"__metadata__":{"a":1}}""", [], "its header has 1 where a has to be String" },
            { "{\"w\":", [], "its header is no such JSON as it has to be" },
            {
                """{"w":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"w":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""",
                [1, 2],
                "its header has w twice"
            },
            {
                """{"w":{"dtype":"U8","shape":[1],"shape":[2],"data_offsets":[0,1]}}""",
                [1],
                "its header has shape twice"
            },
            { """{"__metadata__":{"a":"","a":""}}""", [], "its header has a twice" },
            {
                Header("U8", "[0,9223372036854775807,9223372036854775807]", 0, 0),
                [],
                "the sizes of the tensor w, U8 [0, 9223372036854775807, 9223372036854775807], are too great"
            },
            {
                Header("U8", $"[{string.Join(',', Enumerable.Repeat(1, 65))}]", 0, 1),
                [1],
                "the tensor w has more dimensions than the 64 that torch computes with"
            },
            {
                """{"w\n\u202e":{"dtype":"U\u0000","shape":[1],"data_offsets":[0,1]}}""",
                [1],
                "the tensor w?? is of the type U?, which"
            },
            {
                """{"\ud800":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""",
                [1],
                "its header is no such JSON as it has to be"
            },
            {
                """{"v":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"w":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""",
                [1, 2, 3],
                "the values of the tensor w begin at byte 1, but those before it end at byte 2"
            },
        };

    [Theory]
    [MemberData(nameof(Lies), DisableDiscoveryEnumeration = true)]
    public void A_file_that_lies_is_refused(string header, byte[] values, string sentence)
    {
        var path = folder.Add("a", File(header.Length == 0 ? "1" : header, values));
        var live = Live.Count;

        var message = Assert.Throws<GanException>(() => SafeTensors.Read(path)).Message;

        Assert.StartsWith($"Cannot read '{path}': ", message);
        Assert.Contains(sentence, message);
        Assert.Equal(live, Live.Count);
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused()
    {
        using var weight = randn(3, 2);
        SafeTensors.Write(folder["a"], new Dictionary<string, Tensor> { ["weight"] = weight });
        var whole = System.IO.File.ReadAllBytes(folder["a"]);

        for (var length = 0; length < whole.Length; length++)
        {
            var path = folder.Add("b", whole[..length]);
            Assert.Throws<GanException>(() => SafeTensors.Read(path));
        }
    }

    [Fact]
    public void A_header_of_impossible_length_is_refused_before_memory_is_taken()
    {
        foreach (var length in (ulong[])[100_000_001, ulong.MaxValue, 1 << 20])
        {
            var bytes = new byte[64];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
            var path = folder.Add("a", bytes);
            Assert.Contains($"{length} bytes", Assert.Throws<GanException>(() => SafeTensors.Read(path)).Message);
        }
    }

    [Fact]
    public void What_cannot_be_written_leaves_the_file_as_it_was()
    {
        using var complex = zeros(2, complex64);
        using var weight = zeros(2);
        var path = folder.Add("a", [1, 2, 3]);

        Assert.Contains(
            "The tensor c is ComplexFloat32",
            Assert
                .Throws<GanException>(() => SafeTensors.Write(path, new Dictionary<string, Tensor> { ["c"] = complex }))
                .Message
        );
        Assert.Throws<GanException>(() =>
            SafeTensors.Write(path, new Dictionary<string, Tensor> { ["__metadata__"] = weight })
        );
        Assert.Throws<GanException>(() => SafeTensors.Read(folder["missing"]));

        Assert.Equal([1, 2, 3], System.IO.File.ReadAllBytes(path));
        Assert.Equal(["a"], folder.Files);
    }

    private static string Header(string type, string shape, int begin, int end) =>
        $$$"""{"w":{"dtype":"{{{type}}}","shape":{{{shape}}},"data_offsets":[{{{begin}}},{{{end}}}]}}""";

    private static byte[] File(string header, byte[] values)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        return [.. length, .. json, .. values];
    }
}
