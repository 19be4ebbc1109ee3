using TorchSharp.Serialization;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Writes a tensor in TorchSharp's format.</summary>
    /// <param name="tensor">The tensor, on any device.</param>
    /// <param name="writer">Where to.</param>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer) => TensorFormat.Write(writer, tensor);

    /// <summary>Writes a tensor in TorchSharp's format and closes the stream.</summary>
    /// <param name="tensor">The tensor, on any device.</param>
    /// <param name="stream">Where to.</param>
    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    /// <summary>Writes a tensor in TorchSharp's format to a file, which is replaced only when all of it is written.</summary>
    /// <param name="tensor">The tensor, on any device.</param>
    /// <param name="location">Path of the file.</param>
    public static void Save(this torch.Tensor tensor, string location) => AtomicFile.Write(location, tensor.Save);

    /// <summary>Reads values in TorchSharp's format into a tensor.</summary>
    /// <param name="tensor">The tensor, on any device.</param>
    /// <param name="reader">Where from.</param>
    /// <param name="skip">True to pass over the values and leave the tensor as it is.</param>
    /// <exception cref="ArgumentException">The values have another element type or shape. The tensor is as it was.</exception>
    /// <exception cref="InvalidDataException">The data is damaged. The tensor is as it was.</exception>
    /// <exception cref="EndOfStreamException">The data ends too early. The tensor is as it was.</exception>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        if (skip)
        {
            RequireType(tensor, TensorFormat.Skip(reader).Type);
            return;
        }

        using var loaded = TensorFormat.Read(reader);
        RequireType(tensor, loaded.dtype);
        RequireShape(tensor, loaded.shape);
        using var noGradients = torch.no_grad();
        _ = tensor.copy_(loaded);
    }

    /// <summary>Reads a tensor in TorchSharp's format.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="skip">True to pass over the values and return zeros of that type and shape.</param>
    /// <returns>The tensor, on the CPU.</returns>
    /// <exception cref="InvalidDataException">The data is damaged.</exception>
    /// <exception cref="EndOfStreamException">The data ends too early.</exception>
    public static torch.Tensor Load(BinaryReader reader, bool skip = false)
    {
        if (!skip)
        {
            return TensorFormat.Read(reader);
        }

        var (type, shape) = TensorFormat.Skip(reader);
        return torch.zeros(shape, type);
    }

    /// <summary>Reads values in TorchSharp's format into a tensor, or into a new one.</summary>
    /// <param name="tensor">The tensor, on any device; null for a new one.</param>
    /// <param name="reader">Where from.</param>
    /// <param name="skip">True to pass over the values and leave the tensor as it is.</param>
    /// <exception cref="ArgumentException">The values have another element type or shape. The tensor is as it was.</exception>
    /// <exception cref="InvalidDataException">The data is damaged. The tensor is as it was.</exception>
    /// <exception cref="EndOfStreamException">The data ends too early. The tensor is as it was.</exception>
    public static void Load(ref torch.Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        if (tensor is null)
        {
            tensor = Load(reader, skip);
        }
        else
        {
            tensor.Load(reader, skip);
        }
    }

    private static void RequireType(torch.Tensor tensor, torch.ScalarType found)
    {
        if (found != tensor.dtype)
        {
            throw new ArgumentException(
                $"The saved tensor is {found}, but the target is {tensor.dtype}: convert the target before loading, or load the file of the same model."
            );
        }
    }

    private static void RequireShape(torch.Tensor tensor, long[] found)
    {
        if (!found.SequenceEqual(tensor.shape))
        {
            throw new ArgumentException(
                $"The saved tensor has shape [{string.Join(", ", found)}], but the target has [{string.Join(", ", tensor.shape)}]: "
                    + "load the file of the same model."
            );
        }
    }
}
