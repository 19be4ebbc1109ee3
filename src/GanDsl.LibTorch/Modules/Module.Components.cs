using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters with their dotted names, own ones first; a shared parameter appears once.</summary>
            /// <param name="recurse">False for the parameters of this module alone.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                foreach (var (name, parameter) in _parametersByName)
                {
                    if (!parameter.IsInvalid && seen.Add(parameter))
                    {
                        yield return (name, parameter);
                    }
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach (var (child, module) in named_children())
                {
                    foreach (var (name, parameter) in module.named_parameters())
                    {
                        if (seen.Add(parameter))
                        {
                            yield return ($"{child}.{name}", parameter);
                        }
                    }
                }
            }

            /// <summary>The parameters, own ones first; a shared parameter appears once.</summary>
            /// <param name="recurse">False for the parameters of this module alone.</param>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true)
            {
                // Not by way of the names: putting them together takes longer than a training step can spare.
                var own = _parametersByName.Values.Where(parameter => !parameter.IsInvalid);
                var below = recurse ? _submodules.Values.SelectMany(module => module.parameters()) : [];
                return own.Concat(below).Distinct();
            }

            /// <summary>The buffers with their dotted names, own ones first; a shared buffer appears once.</summary>
            /// <param name="recurse">False for the buffers of this module alone.</param>
            /// <param name="include_nonpersistent">False to leave out buffers that are not saved.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true,
                bool include_nonpersistent = true
            )
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (name, (buffer, isPersistent)) in _buffers)
                {
                    if (!buffer.IsInvalid && (isPersistent || include_nonpersistent) && seen.Add(buffer))
                    {
                        yield return (name, buffer);
                    }
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach (var (child, module) in named_children())
                {
                    foreach (var (name, buffer) in module.named_buffers(true, include_nonpersistent))
                    {
                        if (seen.Add(buffer))
                        {
                            yield return ($"{child}.{name}", buffer);
                        }
                    }
                }
            }

            /// <summary>The buffers, own ones first; a shared buffer appears once.</summary>
            /// <param name="recurse">False for the buffers of this module alone.</param>
            /// <param name="include_nonpersistent">False to leave out buffers that are not saved.</param>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(named => named.buffer);

            /// <summary>The direct sub-modules with their names, in order of registration.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() =>
                _submodules.Select(child => (child.Key, child.Value));

            /// <summary>The direct sub-modules, in order of registration.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(named => named.module);

            /// <summary>All modules below this one with their dotted names: the direct ones, then those below each of them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children())
                {
                    yield return child;
                }

                foreach (var (child, module) in named_children())
                {
                    foreach (var (name, descendant) in module.named_modules())
                    {
                        yield return ($"{child}.{name}", descendant);
                    }
                }
            }

            /// <summary>All modules below this one: the direct ones, then those below each of them.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(named => named.module);
        }
    }
}
