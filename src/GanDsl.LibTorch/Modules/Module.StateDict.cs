namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters and persistent buffers of this module and of those below it, by dotted name.</summary>
            /// <param name="destination">A dictionary to add to, else a new one. An entry that is already there stays.</param>
            /// <param name="prefix">What to put before every name, without the dot.</param>
            /// <returns>The dictionary. Its tensors are the module's own, not copies.</returns>
            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null,
                string? prefix = null
            )
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : $"{prefix}.";
                foreach (var (name, parameter) in named_parameters())
                {
                    destination.TryAdd(start + name, parameter);
                }

                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false))
                {
                    destination.TryAdd(start + name, buffer);
                }

                // A component that two modules share is listed once above, and under its second name here.
                foreach (var (name, child) in named_children())
                {
                    child.state_dict(destination, start + name);
                }

                return destination;
            }

            /// <summary>Copies values into the parameters and buffers of this module and of those below it.</summary>
            /// <param name="source">The values by dotted name, as <see cref="state_dict"/> gives them.</param>
            /// <param name="strict">Whether both sides must have the same names.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>The names that <paramref name="source"/> lacks and the names that this module lacks.</returns>
            /// <exception cref="InvalidOperationException">The names differ and <paramref name="strict"/> is true. Nothing was copied.</exception>
            /// <exception cref="ArgumentException">A value has another shape than its target. Nothing was copied.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source,
                bool strict = true,
                IList<string>? skip = null
            )
            {
                skip ??= [];
                var target = state_dict();
                var missing = target.Keys.Where(key => !source.ContainsKey(key) && !skip.Contains(key)).ToList();
                var unexpected = source.Keys.Where(key => !target.ContainsKey(key) && !skip.Contains(key)).ToList();
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                {
                    throw new InvalidOperationException(
                        $"The state does not fit module {GetName()}: {Listed(missing)} missing, {Listed(unexpected)} unknown. "
                            + "Load the state of the same model, or pass strict: false to load what fits."
                    );
                }

                var matching = source.Keys.Where(key => target.ContainsKey(key) && !skip.Contains(key)).ToList();
                foreach (var key in matching.Where(key => !target[key].shape.SequenceEqual(source[key].shape)))
                {
                    throw new ArgumentException(
                        $"The state does not fit module {GetName()}: '{key}' has shape [{string.Join(", ", source[key].shape)}], "
                            + $"but the module needs [{string.Join(", ", target[key].shape)}]. Load the state of the same model.",
                        nameof(source)
                    );
                }

                using var noGradients = no_grad();
                foreach (var key in matching)
                {
                    _ = target[key].copy_(source[key]);
                }

                return (missing, unexpected);
            }

            private static string Listed(List<string> names) =>
                names.Count == 0 ? "nothing" : string.Join(", ", names.Select(name => $"'{name}'"));
        }
    }
}
