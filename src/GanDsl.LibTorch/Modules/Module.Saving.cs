using TorchSharp.Serialization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes parameters and buffers to a file, which is replaced only when all of it is written.</summary>
            /// <param name="location">Path of the file.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(string location, IList<string>? skip = null)
            {
                AtomicFile.Write(location, stream => save(stream, skip));
                return this;
            }

            /// <summary>Writes parameters and buffers in TorchSharp's format.</summary>
            /// <param name="writer">Where to.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes parameters and buffers in TorchSharp's format and closes the stream.</summary>
            /// <param name="stream">Where to.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes named tensors in TorchSharp's format: their number, then each name and tensor.</summary>
            /// <param name="writer">Where to.</param>
            /// <param name="sd">The tensors by name, on any device.</param>
            /// <param name="skip">Names to leave out.</param>
            public static void save_state_dict(
                BinaryWriter writer,
                Dictionary<string, Tensor> sd,
                IList<string>? skip = null
            )
            {
                var kept = sd.Where(entry => skip?.Contains(entry.Key) != true).ToArray();
                writer.Encode(kept.Length);
                foreach (var (name, tensor) in kept)
                {
                    writer.Write(name);
                    tensor.Save(writer);
                }
            }
        }
    }
}
