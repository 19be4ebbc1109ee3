using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Whether there is a buffer of that dotted name.</summary>
            /// <param name="target">The dotted name, such as <c>norm1.running_mean</c>.</param>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>Whether there is a parameter of that dotted name.</summary>
            /// <param name="target">The dotted name, such as <c>conv1.weight</c>.</param>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>The buffer of that dotted name, or null.</summary>
            /// <param name="target">The dotted name, such as <c>norm1.running_mean</c>.</param>
            public virtual Tensor? get_buffer(string target) =>
                _buffers.TryGetValue(target, out var buffer)
                    ? buffer.Value
                    : Below(target, static (module, rest) => module.get_buffer(rest));

            /// <summary>The parameter of that dotted name, or null.</summary>
            /// <param name="target">The dotted name, such as <c>conv1.weight</c>.</param>
            public virtual Parameter? get_parameter(string target) =>
                _parametersByName.TryGetValue(target, out var parameter)
                    ? parameter
                    : Below(target, static (module, rest) => module.get_parameter(rest));

            private T? Below<T>(string target, Func<Module, string, T?> find)
                where T : Tensor
            {
                var dot = target.IndexOf('.');
                if (dot < 0)
                {
                    return null;
                }

                var (first, rest) = (target[..dot], target[(dot + 1)..]);
                return named_children()
                    .Where(child => child.name == first)
                    .Select(child => find(child.module, rest))
                    .FirstOrDefault(found => found is not null);
            }
        }
    }
}
