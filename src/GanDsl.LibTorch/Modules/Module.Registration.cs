using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Adds a buffer: a tensor that is saved and moved with the module but not trained.</summary>
            /// <param name="name">Name of the buffer in this module.</param>
            /// <param name="tensor">The buffer. From now on it belongs to the module.</param>
            /// <param name="persistent">Whether <see cref="state_dict"/> contains the buffer.</param>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null or disposed.</exception>
            /// <exception cref="InvalidOperationException">There is already a buffer of that name.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid)
                {
                    throw new ArgumentNullException(
                        nameof(tensor),
                        $"Buffer '{name}' of module {GetName()} is null or disposed: register a live tensor."
                    );
                }

                if (!_buffers.TryAdd(name, (tensor, persistent)))
                {
                    throw new InvalidOperationException(
                        $"Module {GetName()} already has a buffer named '{name}': give the second one another name."
                    );
                }

                tensor.DetachFromDisposeScope();
            }

            /// <summary>Adds a trainable parameter.</summary>
            /// <param name="name">Name of the parameter in this module.</param>
            /// <param name="param">The parameter. From now on it belongs to the module.</param>
            /// <exception cref="ArgumentNullException"><paramref name="param"/> is null or disposed.</exception>
            /// <exception cref="InvalidOperationException">There is already a parameter of that name.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid)
                {
                    throw new ArgumentNullException(
                        nameof(param),
                        $"Parameter '{name}' of module {GetName()} is null or disposed: register a live parameter."
                    );
                }

                if (!_parametersByName.TryAdd(name, param))
                {
                    throw new InvalidOperationException(
                        $"Module {GetName()} already has a parameter named '{name}': give the second one another name."
                    );
                }

                param.DetachFromDisposeScope();
            }

            /// <summary>Adds a sub-module: another name for <see cref="register_module"/>.</summary>
            /// <param name="name">Name of the sub-module in this module, without dots.</param>
            /// <param name="module">The sub-module.</param>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds a sub-module; null or a disposed module removes the one of that name.</summary>
            /// <param name="name">Name of the sub-module in this module, without dots.</param>
            /// <param name="submodule">The sub-module. From now on it belongs to this module.</param>
            /// <exception cref="ArgumentException">The name is empty or contains a dot.</exception>
            /// <exception cref="InvalidOperationException">There is already a sub-module of that name.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null || submodule._isDisposed)
                {
                    _submodules.Remove(name);
                    return;
                }

                if (string.IsNullOrEmpty(name) || name.Contains('.'))
                {
                    throw new ArgumentException(
                        $"'{name}' cannot name a sub-module of {GetName()}: a name is not empty and has no dot, which separates the levels of a path.",
                        nameof(name)
                    );
                }

                if (_submodules.ContainsKey(name))
                {
                    throw new InvalidOperationException(
                        $"Module {GetName()} already has a sub-module named '{name}': give the second one another name."
                    );
                }

                submodule.RegisterComponents();
                _submodules.Add(name, submodule);
            }

            /// <summary>Adds a parameter, replaces the one of that name, or removes it where <paramref name="value"/> is null.</summary>
            /// <param name="name">Name of the parameter in this module.</param>
            /// <param name="value">The parameter, or null.</param>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                {
                    _parametersByName.Remove(name);
                }
                else
                {
                    _parametersByName[name] = value;
                }
            }

            /// <summary>Adds a buffer, replaces the one of that name, or removes it where <paramref name="value"/> is null.</summary>
            /// <param name="name">Name of the buffer in this module.</param>
            /// <param name="value">The buffer, or null.</param>
            /// <param name="persistent">Whether <see cref="state_dict"/> contains the buffer.</param>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                {
                    _buffers.Remove(name);
                }
                else
                {
                    _buffers[name] = (value, persistent);
                }
            }
        }
    }
}
