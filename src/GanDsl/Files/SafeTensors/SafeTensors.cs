using System.Security;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// The tensors of a file of the format safetensors (https://github.com/huggingface/safetensors), which PyTorch, JAX and others read and
/// write: eight bytes with the length of a header in JSON, the header, and the values of all tensors one after another.
/// </summary>
public sealed class SafeTensors : IDisposable
{
    private readonly Dictionary<string, Tensor> tensors;

    private SafeTensors(Dictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        this.tensors = tensors;
        Metadata = metadata;
    }

    /// <summary>The tensors by name, on the CPU; disposed with this object.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors => tensors;

    /// <summary>What else the file says, by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Reads a file, which is checked wholly before anything is made of it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="GanException">The file cannot be read or is not of this format; the message says what is wrong.</exception>
    public static SafeTensors Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Training.Libtorch.Require();
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var header = SafeTensorsHeader.Read(file);
            foreach (var entry in header.Entries)
            {
                tensors.Add(entry.Name, ReadValues(file, entry));
            }

            return new SafeTensors(tensors, header.Metadata);
        }
        catch (Exception failure)
        {
            Dispose(tensors.Values);
            if (failure is InvalidDataException)
            {
                throw new GanException($"Cannot read '{path}': {failure.Message}.", failure);
            }

            if (
                failure is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException
                || failure is ArgumentException { ParamName: "path" }
            )
            {
                throw new GanException(
                    $"Cannot read '{path}': {failure.Message.TrimEnd('.')}; name a file of the format safetensors.",
                    failure
                );
            }

            throw;
        }
    }

    /// <summary>Writes a file. One that exists is replaced once the new one is complete and on the disk, and else stays as it was.</summary>
    /// <param name="path">The file, usually *.safetensors.</param>
    /// <param name="tensors">The tensors by name, on any device; they still belong to the caller.</param>
    /// <param name="metadata">What else the file is to say, by name.</param>
    /// <exception cref="GanException">The file cannot be written, or the format has no such tensor.</exception>
    public static void Write(
        string path,
        IReadOnlyDictionary<string, Tensor> tensors,
        IReadOnlyDictionary<string, string>? metadata = null
    )
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var header = SafeTensorsHeader.Of(tensors, metadata ?? new Dictionary<string, string>());
        FileReplacement.Write(
            path,
            stream =>
            {
                header.Write(stream);
                foreach (var entry in header.Entries)
                {
                    TensorBytes.Write(stream, tensors[entry.Name]);
                }
            }
        );
    }

    /// <summary>Disposes the tensors.</summary>
    public void Dispose() => Dispose(tensors.Values);

    private static void Dispose(IEnumerable<Tensor> tensors)
    {
        foreach (var tensor in tensors)
        {
            tensor.Dispose();
        }
    }

    private static Tensor ReadValues(Stream file, SafeTensorsEntry entry)
    {
        using var scope = NewDisposeScope();
        var tensor = empty(entry.Shape, entry.Type, CPU);
        TensorBytes.Read(file, tensor);
        return tensor.DetachFromDisposeScope();
    }
}
