using System.Collections;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security;
using GanDsl.Training;
using TorchSharp.PyBridge;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Reads a state dictionary that <c>torch.save</c> has written: a zip archive with a pickle, and the values of each tensor.</summary>
internal static class PyTorchFile
{
    private const string Pickle = "data.pkl";

    /// <summary>A pickle says only the names and shapes; one larger than this is no state dictionary.</summary>
    private const long MostBytesOfPickle = 1 << 26;

    private const string Remedy = "save it anew with torch.save(model.state_dict(), path)";

    /// <summary>The tensors by name, which belong to the dispose scope.</summary>
    /// <exception cref="GanException">The file cannot be read, is damaged, or holds something else; the message says what.</exception>
    public static Dictionary<string, Tensor> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Libtorch.Require();
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            RequireArchive(file);
            return Tensors(Unpickle(file));
        }
        catch (InvalidDataException failure)
        {
            throw new GanException($"Cannot read '{path}': {MessageText.FirstSentenceOf(failure.Message)}.", failure);
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException
                || failure is ArgumentException { ParamName: "path" }
            )
        {
            throw new GanException(
                $"Cannot read '{path}': {failure.Message.TrimEnd('.')}; give a file that torch.save has written.",
                failure
            );
        }
    }

    /// <summary>Refuses what is no such archive, or has been damaged since it was written.</summary>
    private static void RequireArchive(FileStream file)
    {
        // The first bytes of a zip archive, and of a pickle, which PyTorch wrote before version 1.6.
        var start = new byte[4];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (length < start.Length || !start.AsSpan().SequenceEqual("PK\x03\x04"u8))
        {
            throw new InvalidDataException(
                start[0] == 0x80 && start[1] == 0x02
                    ? $"it has the form of PyTorch before version 1.6; {Remedy} and a newer one"
                    : $"it is no file that torch.save has written; {Remedy}"
            );
        }

        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count(entry => entry.Name == Pickle && entry.Length <= MostBytesOfPickle) != 1)
        {
            throw new InvalidDataException($"it is a zip archive, but none that torch.save has written; {Remedy}");
        }

        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            if (Crc32.Of(content) != entry.Crc32)
            {
                throw new InvalidDataException(
                    $"{MessageText.Of(entry.FullName)} in it has another checksum than was written, so it is damaged"
                );
            }
        }

        file.Position = 0;
    }

    /// <summary>The bridge throws whatever comes of a pickle that it cannot read.</summary>
    private static Hashtable Unpickle(FileStream file)
    {
        try
        {
            return PyTorchUnpickler.UnpickleStateDict(file, leaveOpen: true, skipTensorRead: false);
        }
        catch (Exception failure)
        {
            var reason = failure switch
            {
                // Views of larger tensors, and tensors that are transposed, expanded or in the order channels_last.
                ExternalException => NotContiguous,
                InvalidOperationException when failure.Message.Contains("contiguous", StringComparison.Ordinal) =>
                    NotContiguous,
                NotImplementedException when failure.Message.Contains("entire model", StringComparison.Ordinal) =>
                    $"it holds a whole module, of which only Python can make anything; {Remedy}",
                InvalidCastException => $"it does not hold tensors by name; {Remedy}",
                _ =>
                    $"it is no state dictionary, or is damaged ({MessageText.FirstSentenceOf(failure.Message)}); {Remedy}",
            };
            throw new InvalidDataException(reason, failure);
        }
    }

    private const string NotContiguous =
        "it holds a tensor whose values do not lie one after another in a memory of their own; save it anew with "
        + "{name: tensor.contiguous().clone() for name, tensor in model.state_dict().items()}";

    private static Dictionary<string, Tensor> Tensors(Hashtable read)
    {
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in read)
        {
            if (entry is not { Key: string name, Value: Tensor tensor })
            {
                throw new InvalidDataException(
                    $"what it has under {MessageText.Of($"{entry.Key}")} is no tensor with a name; {Remedy}"
                );
            }

            tensors.Add(name, tensor);
        }

        return tensors;
    }
}
