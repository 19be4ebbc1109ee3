namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Base class of modules with one argument.</summary>
        /// <typeparam name="T">Type of the argument.</typeparam>
        /// <typeparam name="TResult">Type of the result.</typeparam>
        public abstract class Module<T, TResult>
            : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>,
                IModule<T, TResult>
        {
            /// <summary>Creates a module without components, in training mode.</summary>
            /// <param name="name">The name that <see cref="Module.GetName"/> returns.</param>
            protected Module(string name)
                : base(name) { }

            /// <summary>The computation of the module, without hooks.</summary>
            /// <param name="input">The argument.</param>
            /// <returns>The result.</returns>
            public abstract TResult forward(T input);

            /// <summary>Computes the module, with its hooks. This, not <see cref="forward"/>, is what callers use.</summary>
            /// <param name="input">The argument.</param>
            /// <returns>The result.</returns>
            public TResult call(T input)
            {
                RunModulePreHooks();
                foreach (var hook in PreHooks?.Values.ToArray() ?? [])
                {
                    input = hook(this, input) is { } replaced ? replaced : input;
                }

                var result = forward(input);
                foreach (var hook in PostHooks?.Values.ToArray() ?? [])
                {
                    result = hook(this, input, result) is { } replaced ? replaced : result;
                }

                RunModulePostHooks();
                return result;
            }
        }
    }
}
