using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace GanDsl.Tests;

/// <summary>Files of NumPy, put together byte by byte as NumPy Enhancement Proposal 1 describes them.</summary>
internal static class NumpyBytes
{
    /// <summary>An NPY file.</summary>
    public static byte[] Npy(string dictionary, byte[] elements, byte version = 1)
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(dictionary), (byte)'\n'];
        var length = new byte[version == 1 ? 2 : 4];
        if (version == 1)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)text.Length);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)text.Length);
        }

        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. text, .. elements];
    }

    /// <summary>An NPY file of a type and a shape, written as Python does.</summary>
    public static byte[] Npy(string type, string shape, params byte[] elements) =>
        Npy($"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}", elements);

    /// <summary>An NPZ file.</summary>
    public static byte[] Npz(params (string Name, byte[] Content)[] entries)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }
}
