using TorchSharp.Serialization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Reads parameters and buffers of a file that <c>save</c> or TorchSharp wrote.</summary>
            /// <param name="location">Path of the file.</param>
            /// <param name="strict">Whether file and module must have the same names; false loads those that both have.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <param name="loadedParameters">Receives every name of the file and whether the module has it.</param>
            /// <returns>This module.</returns>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">Names, element types or shapes differ. The module is as it was.</exception>
            /// <exception cref="InvalidDataException">The file is damaged. The module is as it was.</exception>
            /// <exception cref="EndOfStreamException">The file ends too early. The module is as it was.</exception>
            public virtual Module load(
                string location,
                bool strict = true,
                IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null
            )
            {
                if (!File.Exists(location))
                {
                    throw new FileNotFoundException(
                        $"There is no file '{location}' to load {GetName()} from.",
                        location
                    );
                }

                return load(File.OpenRead(location), strict, skip, loadedParameters);
            }

            /// <summary>Reads parameters and buffers in TorchSharp's format and closes the stream.</summary>
            /// <param name="stream">Where from.</param>
            /// <param name="strict">Whether data and module must have the same names; false loads those that both have.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <param name="loadedParameters">Receives every name of the data and whether the module has it.</param>
            /// <returns>This module.</returns>
            /// <exception cref="ArgumentException">Names, element types or shapes differ. The module is as it was.</exception>
            /// <exception cref="InvalidDataException">The data is damaged. The module is as it was.</exception>
            /// <exception cref="EndOfStreamException">The data ends too early. The module is as it was.</exception>
            public Module load(
                Stream stream,
                bool strict = true,
                IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null
            )
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads parameters and buffers in TorchSharp's format.</summary>
            /// <param name="reader">Where from.</param>
            /// <param name="strict">Whether data and module must have the same names; false loads those that both have.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <param name="loadedParameters">Receives every name of the data and whether the module has it.</param>
            /// <returns>This module.</returns>
            /// <exception cref="ArgumentException">Names, element types or shapes differ. The module is as it was.</exception>
            /// <exception cref="InvalidDataException">The data is damaged. The module is as it was.</exception>
            /// <exception cref="EndOfStreamException">The data ends too early. The module is as it was.</exception>
            public virtual Module load(
                BinaryReader reader,
                bool strict = true,
                IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null
            )
            {
                // All is read before anything is copied: a file that breaks off must not leave half a model.
                using var scope = NewDisposeScope();
                var target = state_dict();
                var values = new List<(Tensor Target, Tensor Value)>();
                var count = reader.Decode();
                if (strict && count != target.Count)
                {
                    throw new ArgumentException(
                        $"The saved state has {count} entries, but {GetName()} has {target.Count}: load the file of the same model, or pass strict: false."
                    );
                }

                for (long i = 0; i < count; i++)
                {
                    var name = reader.ReadString();
                    var isKnown = target.TryGetValue(name, out var tensor);
                    if (strict && !isKnown)
                    {
                        throw new ArgumentException(
                            $"The saved state has '{name}', which {GetName()} lacks: load the file of the same model, or pass strict: false."
                        );
                    }

                    if (isKnown && skip?.Contains(name) != true)
                    {
                        values.Add((tensor!, Loaded(name, tensor!, reader)));
                    }
                    else
                    {
                        TensorFormat.Skip(reader);
                    }

                    loadedParameters?.Add(name, isKnown);
                }

                using var noGradients = no_grad();
                foreach (var (tensor, value) in values)
                {
                    _ = tensor.copy_(value);
                }

                return this;
            }

            private Tensor Loaded(string name, Tensor target, BinaryReader reader)
            {
                var value = TensorFormat.Read(reader);
                if (value.dtype == target.dtype && value.shape.SequenceEqual(target.shape))
                {
                    return value;
                }

                throw new ArgumentException(
                    $"The saved '{name}' is {value.dtype} of shape [{string.Join(", ", value.shape)}], but {GetName()} needs "
                        + $"{target.dtype} of shape [{string.Join(", ", target.shape)}]: load the file of the same model."
                );
            }
        }
    }
}
